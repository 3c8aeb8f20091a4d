using System.Diagnostics;
using Scraper.Core;
using Scraper.Core.Decoding;

namespace Scraper.Cli;

/// <summary>Takes a saved page or text through the pure part of the route: decode → blocks → label → article.</summary>
/// <param name="extractor">Blocks → label → article.</param>
/// <param name="context">What all the files have in common.</param>
internal sealed class PageCleaner(Extractor extractor, PageContext context)
{
    /// <summary>Time for a page, from its bytes to its article.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    private static readonly string[] TextEndings = [".txt", ".text", ".md"];

    private static readonly string[] PageEndings = [".html", ".htm", ".xhtml", ".xht", ".shtml"];

    /// <summary>Cleans one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="url">The page's address, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="CliException">The file is no text.</exception>
    /// <returns>What the page is and holds, and the time it took, reading not counted.</returns>
    public (Extraction Extraction, TimeSpan Time) Clean(PageFile file, Uri? url, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var decoded = PageDecoder.Decode(file.Body, httpCharset: null);
        if (decoded.IsBinary)
        {
            throw new CliException("not a text: its bytes make none in any known encoding", ExitCode.SomeFailed);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(MostTime);
        try
        {
            var text = decoded.Text;
            var extraction = IsPlainText(file.Name, text)
                ? extractor.ExtractText(text, url, deadline.Token)
                : extractor.ExtractHtml(text, context with { Url = url }, deadline.Token);
            return (extraction, Stopwatch.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException($"given up after {MostTime.TotalSeconds:F0} s: the page is made so that reading it takes too long", ExitCode.SomeFailed);
        }
    }

    /// <summary>By the file's ending; where that says nothing (none, .log, .v2), a page starts with a tag.</summary>
    private static bool IsPlainText(string name, string text)
    {
        var ending = Path.GetExtension(name);
        return TextEndings.Contains(ending, StringComparer.OrdinalIgnoreCase)
            || (!PageEndings.Contains(ending, StringComparer.OrdinalIgnoreCase) && !text.AsSpan().TrimStart().StartsWith("<"));
    }
}
