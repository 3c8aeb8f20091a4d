using System.Text.Json;
using System.Text.RegularExpressions;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Benchmarks.Data;

/// <summary>Reads the pages that were written for training (<c>Pages/README.md</c>): their text is marked in the markup itself, and the marks are taken out of the page.</summary>
internal static partial class MarkedPageReader
{
    private const string Mark = "data-gold";
    private const int LongestText = 1_000_000;

    /// <summary>The pages under a folder, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file does not begin with its facts, or has a mark that is none.</exception>
    public static IReadOnlyList<BenchmarkPage> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(f => ReadPage(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))),
    ];

    /// <summary>Reads one page.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="source">The file: a comment with the facts as JSON, then the page with its marks.</param>
    public static BenchmarkPage ReadPage(string name, string source)
    {
        var first = FactsLine().Match(source);
        if (!first.Success)
        {
            throw new InvalidDataException($"{name}: the first line is no comment with the page's facts (see Pages/README.md)");
        }

        using var document = JsonDocument.Parse(first.Groups[1].Value);
        var facts = document.RootElement;
        var page = source[first.Length..];
        var marked = HtmlTree.Parse(page, HtmlLimits.Default, CancellationToken.None).Root.Descendants().Where(e => e.Attribute(Mark) is not null).ToList();
        if (marked.Find(e => e.Attribute(Mark) is not ("text" or "either")) is { } wrong)
        {
            throw new InvalidDataException($"{name}: {Mark}=\"{wrong.Attribute(Mark)}\" on <{wrong.Name}> is neither \"text\" nor \"either\"");
        }

        var url = facts.GetProperty("url").GetString()!;
        return new BenchmarkPage(
            name, url, RegistrableDomain.Of(url), facts.GetProperty("kind").GetString()!, Marks().Replace(page, string.Empty),
            string.Join('\n', Texts("text")), facts.GetProperty("title").GetString()!,
            string.Join(", ", facts.GetProperty("authors").EnumerateArray().Select(a => a.GetString())), facts.GetProperty("published").GetString() ?? string.Empty)
        {
            Open = [.. Texts("either")],
            IsMarked = true,
        };

        IEnumerable<string> Texts(string mark) => marked.Where(e => e.Attribute(Mark) == mark).Select(e => EvidenceText.Of(e, LongestText));
    }

    [GeneratedRegex(@"\A<!--(\{[^\n]*\})-->\s*")]
    private static partial Regex FactsLine();

    [GeneratedRegex(@"\sdata-gold=""[a-z]*""")]
    private static partial Regex Marks();
}
