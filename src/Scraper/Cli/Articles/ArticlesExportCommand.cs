using System.CommandLine;
using System.Text;
using Scraper.Storage;
using Scraper.Storage.Exports;

namespace Scraper.Cli;

/// <summary><c>scraper articles export</c>.</summary>
internal static class ArticlesExportCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var format = EnumOption.Create<ExportFormat>("--format", "jsonl, csv or markdown.");
        var output = new Option<string>("--output", "-o") { Description = "A file, or - for standard output.", DefaultValueFactory = _ => "-", HelpName = "FILE" };
        var folder = new Option<string?>("--folder") { Description = "One file an article in this folder, by site, instead of one stream.", HelpName = "DIR" };
        var filter = new ArticleFilterOptions();
        var command = new Command(
            "export",
            """
            Write articles in the order of their change numbers. A later export with --after continues where one ended.
            In CSV a cell that a spreadsheet would run as a formula gets an apostrophe in front.

            Examples:
              scraper articles export > articles.jsonl
              scraper articles export --format csv --site example --since 2026-01-01 -o example.csv
              scraper articles export --format markdown --folder articles/
              scraper articles export --after 1200 --label comment
            """)
        {
            format, output, folder, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        filter.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = filter.Read(parsed);
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            await StoredSite.RequireAsync(store, chosen.Site, cancellationToken);
            IArticleExport export = parsed.GetValue(format) switch { ExportFormat.Csv => new CsvExport(), ExportFormat.Markdown => new MarkdownExport(), _ => new JsonLinesExport() };
            var articles = store.Articles.ReadAsync(chosen, cancellationToken);
            var (count, last) = parsed.GetValue(folder) is { } directory
                ? await WriteFilesAsync(articles, export, directory)
                : await WriteStreamAsync(articles, export, OutputFile.Open(parsed.GetRequiredValue(output), SettingsOptions.Store(parsed)));
            await Console.Error.WriteLineAsync($"scraper: {count} articles{(count > 0 ? $", up to change {last}" : string.Empty)}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<(int Count, long Last)> WriteStreamAsync(IAsyncEnumerable<StoredArticle> articles, IArticleExport export, Stream output)
    {
        await using var writer = new StreamWriter(output, Utf8);
        export.Begin(writer);
        var (count, last) = (0, 0L);
        await foreach (var article in articles)
        {
            export.Write(article, writer);
            (count, last) = (count + 1, article.ChangeSeq);
        }

        return (count, last);
    }

    private static async Task<(int Count, long Last)> WriteFilesAsync(IAsyncEnumerable<StoredArticle> articles, IArticleExport export, string folder)
    {
        var (count, last) = (0, 0L);
        await foreach (var article in articles)
        {
            var path = Path.Combine(folder, ArticleFileName.Of(article, export.Extension));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var writer = new StreamWriter(path, append: false, Utf8);
            export.Begin(writer);
            export.Write(article, writer);
            (count, last) = (count + 1, article.ChangeSeq);
        }

        return (count, last);
    }
}
