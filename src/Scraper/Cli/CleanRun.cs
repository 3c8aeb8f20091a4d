using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Core;

namespace Scraper.Cli;

/// <summary>One run of <c>scraper clean</c> over its files.</summary>
internal sealed class CleanRun(PageCleaner cleaner, IReadOnlyDictionary<string, Uri> urls, Uri? url)
{
    private static readonly JsonWriterOptions LineOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints each article; a file that cannot be read is reported and the others still come.</summary>
    public async Task<int> PrintAsync(IReadOnlyList<string> files, ArticleFormat format, bool explain, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Ok;
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((await CleanAsync(file, cancellationToken))?.Extraction is not { Article: { } article } extraction)
            {
                exit = ExitCode.SomeFailed;
                continue;
            }

            if (explain)
            {
                ArticlePrinter.Explain(article, Console.Out);
            }
            else
            {
                ArticlePrinter.Print(article, format, Console.Out);
            }

            if (!extraction.Verdict.IsArticle)
            {
                Console.Error.WriteLine($"scraper: {file}: not an article: {extraction.Verdict}; a daemon would not store it");
            }

            if (article.Text.Length == 0)
            {
                Console.Error.WriteLine($"scraper: {file}: no article text found in it; --explain shows what became of each block");
                exit = exit == ExitCode.Ok && files.Count == 1 ? ExitCode.NothingExtracted : ExitCode.SomeFailed;
            }
        }

        return exit;
    }

    /// <summary>Writes a line a page, in the order of the files, on all cores.</summary>
    public int WriteLines(IReadOnlyList<string> files, string output, CancellationToken cancellationToken)
    {
        using var lines = output == "-" ? Console.OpenStandardOutput() : File.Create(output);
        var done = 0;
        var failed = 0;
        foreach (var line in files.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(f => Line(f, cancellationToken)))
        {
            failed += line is null ? 1 : 0;
            lines.Write(line);
            if (++done % 500 == 0)
            {
                Console.Error.WriteLine($"{done} of {files.Count} pages");
            }
        }

        return failed == 0 ? ExitCode.Ok : ExitCode.SomeFailed;
    }

    private byte[]? Line(string file, CancellationToken cancellationToken)
    {
        if (CleanAsync(file, cancellationToken).GetAwaiter().GetResult() is not { } cleaned)
        {
            return null;
        }

        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, LineOptions))
        {
            var article = cleaned.Extraction.Article;
            json.WriteStartObject();
            json.WriteString("id", Path.GetFileNameWithoutExtension(file));
            json.WriteString("url", article.Url);
            json.WriteString("title", article.Title);
            json.WriteStartArray("author");
            foreach (var author in article.Authors)
            {
                json.WriteStringValue(author);
            }

            json.WriteEndArray();
            json.WriteString("date", article.PublishedAt?.ToString());
            json.WriteString("text", article.Text);
            json.WriteNumber("ms", Math.Round(cleaned.Time.TotalMilliseconds, 3));
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private async Task<(Extraction Extraction, TimeSpan Time)?> CleanAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = await PageFile.ReadAsync(path, cancellationToken);
            return cleaner.Clean(file, urls.GetValueOrDefault(file.Id) ?? url, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CliException)
        {
            Console.Error.WriteLine($"scraper: {path}: {failure.Message}");
            return null;
        }
    }
}
