using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Core.Verdicts;

namespace Scraper.Cli;

/// <summary>One run of <c>scraper clean</c> over its files.</summary>
internal sealed class CleanRun(PageCleaner cleaner, IReadOnlyDictionary<string, Uri> urls, Uri? url, bool isFolder)
{
    /// <summary>Pages that are read or wait for one before them.</summary>
    private static readonly int MostAhead = 16 * Environment.ProcessorCount;

    private static readonly JsonWriterOptions LineOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints each article, in the order of the files; a file that cannot be read is reported and the others still come.</summary>
    public async Task<int> PrintAsync(IReadOnlyList<string> files, ArticlePrinter printer, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Ok;
        await foreach (var (file, printed) in CleanAsync(files, (file, extraction, _) => Print(file, extraction, printer), cancellationToken))
        {
            if (printed is null)
            {
                exit = ExitCode.SomeFailed;
                continue;
            }

            Console.Out.Write(printed.Output);
            if (!printed.Verdict.IsArticle)
            {
                Console.Error.WriteLine($"scraper: {file}: not an article: {TerminalText.OneLine(printed.Verdict.ToString())}; a daemon would not store it");
            }

            if (printed.IsEmpty)
            {
                Console.Error.WriteLine($"scraper: {file}: no article text found in it; --explain shows what became of each block");
                exit = exit == ExitCode.Ok && !isFolder ? ExitCode.NothingExtracted : ExitCode.SomeFailed;
            }
        }

        return exit;
    }

    /// <summary>Writes a line a page, in the order of the files.</summary>
    public async Task<int> WriteLinesAsync(IReadOnlyList<string> files, string output, CancellationToken cancellationToken)
    {
        await using var lines = OutputFile.Open(output, File.Exists(output) ? files : [], "is one of the pages that are to be cleaned; name another file for --jsonl");
        var tally = new CleanTally();
        var done = 0;
        var failed = 0;
        await foreach (var (_, line) in CleanAsync(files, Line, cancellationToken))
        {
            if (line is null)
            {
                failed++;
            }
            else
            {
                tally.Add(line.Verdict, line.IsEmpty);
                await lines.WriteAsync(line.Output, cancellationToken);
            }

            if (++done % 500 == 0)
            {
                Console.Error.WriteLine($"{done} of {files.Count} pages");
            }
        }

        if (tally.Summary() is { } summary)
        {
            Console.Error.WriteLine($"scraper: {summary}");
        }

        return failed > 0 ? ExitCode.SomeFailed : !isFolder && tally.Empty > 0 ? ExitCode.NothingExtracted : ExitCode.Ok;
    }

    private static Made<string> Print(string file, Extraction extraction, ArticlePrinter printer)
    {
        using var output = new StringWriter();
        printer.Print(extraction.Article, output, file);
        return new Made<string>(output.ToString(), extraction);
    }

    private static Made<byte[]> Line(string file, Extraction extraction, TimeSpan time)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, LineOptions))
        {
            var article = extraction.Article;
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
            json.WriteString("verdict", Names.Of(extraction.Verdict.Kind));
            json.WriteNumber("ms", Math.Round(time.TotalMilliseconds, 3));
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return new Made<byte[]>(line.ToArray(), extraction);
    }

    /// <summary>
    /// What is made of each file, in their order, and nothing of those that cannot be read. All cores clean, few pages ahead of
    /// the one that is asked for; of a page that waits only what is made of it is kept.
    /// </summary>
    private async IAsyncEnumerable<(string File, T? Made)> CleanAsync<T>(
        IReadOnlyList<string> files, Func<string, Extraction, TimeSpan, T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        using var workers = new WorkerThreads(Math.Min(Environment.ProcessorCount, files.Count), "clean");
        var ahead = new Queue<Task<T?>>();
        var begun = 0;
        foreach (var file in files)
        {
            for (; begun < files.Count && ahead.Count < MostAhead; begun++)
            {
                var next = files[begun];
                ahead.Enqueue(workers.RunAsync(() => Clean(next) is var (extraction, time) ? make(next, extraction, time) : null, cancellationToken));
            }

            yield return (file, await ahead.Dequeue().WaitAsync(cancellationToken));
        }

        (Extraction Extraction, TimeSpan Time)? Clean(string path)
        {
            try
            {
                var page = PageFile.Read(path);
                var cleaned = cleaner.Clean(page, urls.GetValueOrDefault(page.Id) ?? url, cancellationToken);
                if (cleaned.Extraction.IsTruncated)
                {
                    Console.Error.WriteLine($"scraper: {path}: longer than is read; the rest was left out");
                }

                return cleaned;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CliException)
            {
                Console.Error.WriteLine($"scraper: {path}: {failure.Message}");
                return null;
            }
        }
    }

    /// <summary>What was made of a page; its tree is not kept.</summary>
    private sealed record Made<T>(T Output, PageVerdict Verdict, bool IsEmpty)
    {
        public Made(T output, Extraction extraction)
            : this(output, extraction.Verdict, extraction.Article.Text.Length == 0)
        {
        }
    }
}
