using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Core;

namespace Scraper.Cli;

/// <summary>One run of <c>scraper clean</c> over its files.</summary>
internal sealed class CleanRun(PageCleaner cleaner, IReadOnlyDictionary<string, Uri> urls, Uri? url)
{
    /// <summary>Pages that are read or wait for one before them.</summary>
    private static readonly int MostAhead = 16 * Environment.ProcessorCount;

    private static readonly JsonWriterOptions LineOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints each article; a file that cannot be read is reported and the others still come.</summary>
    public async Task<int> PrintAsync(IReadOnlyList<string> files, ArticleFormat format, bool explain, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Ok;
        foreach (var file in files)
        {
            if ((await Task.Run(() => Clean(file, cancellationToken), CancellationToken.None).WaitAsync(cancellationToken))?.Extraction is not { Article: { } article } extraction)
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

    /// <summary>Writes a line a page, in the order of the files, on all cores; few lines wait for one before them.</summary>
    public async Task<int> WriteLinesAsync(IReadOnlyList<string> files, string output, CancellationToken cancellationToken)
    {
        await using var lines = output == "-" ? Console.OpenStandardOutput() : File.Create(output);
        using var workers = new WorkerThreads(Environment.ProcessorCount, "clean");
        var ahead = new Queue<Task<byte[]?>>();
        var done = 0;
        var failed = 0;
        foreach (var file in files)
        {
            ahead.Enqueue(workers.RunAsync(() => Line(file, cancellationToken), cancellationToken));
            if (ahead.Count == MostAhead)
            {
                await WriteNextAsync();
            }
        }

        while (ahead.Count > 0)
        {
            await WriteNextAsync();
        }

        return failed == 0 ? ExitCode.Ok : ExitCode.SomeFailed;

        async Task WriteNextAsync()
        {
            var line = await ahead.Dequeue().WaitAsync(cancellationToken);
            failed += line is null ? 1 : 0;
            await lines.WriteAsync(line, cancellationToken);
            if (++done % 500 == 0)
            {
                Console.Error.WriteLine($"{done} of {files.Count} pages");
            }
        }
    }

    private byte[]? Line(string file, CancellationToken cancellationToken)
    {
        if (Clean(file, cancellationToken) is not { } cleaned)
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

    private (Extraction Extraction, TimeSpan Time)? Clean(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = PageFile.Read(path);
            return cleaner.Clean(file, urls.GetValueOrDefault(file.Id) ?? url, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CliException)
        {
            Console.Error.WriteLine($"scraper: {path}: {failure.Message}");
            return null;
        }
    }
}
