using System.Text.RegularExpressions;
using Scraper.Benchmarks.Data;
using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>A marked page into whose flow lines are put, one at a time, to see what becomes of them.</summary>
internal sealed partial class AmidPage
{
    private const int FewestParagraphs = 5;
    private const int LongestText = 1_000_000;

    /// <summary>Letters of a sentence that says nothing by itself: other lines may hold it.</summary>
    private const int ShortSentence = 12;

    private readonly string _name;
    private readonly string _source;
    private readonly List<Match> _paragraphs;

    private AmidPage(string name, string source, List<Match> paragraphs) => (_name, _source, _paragraphs) = (name, source, paragraphs);

    /// <summary>The pages under a folder that have enough paragraphs, in the order of their names, by language.</summary>
    public static ILookup<string, AmidPage> ReadAll(string folder) => (
        from file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let source = File.ReadAllText(file)
        let paragraphs = Paragraph().Matches(source).ToList()
        where paragraphs.Count >= FewestParagraphs && Language().Match(source) is { Success: true }
        select (Language: Language().Match(source).Groups[1].Value, Page: new AmidPage(file, source, paragraphs)))
        .ToLookup(p => p.Language is "nb" or "nn" ? "no" : p.Language, p => p.Page);

    /// <summary>Whether the line stays in the text, whole or a sentence of it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="extractor">What cleans the page.</param>
    /// <param name="turn">Chooses the paragraph, and whether the line looks like its neighbours.</param>
    public bool Keeps(AmidLine line, Extractor extractor, int turn)
    {
        var at = line.Where switch
        {
            "start" => _paragraphs[0].Index,
            "end" => _source.IndexOf("</p>", _paragraphs[^1].Index, StringComparison.Ordinal) + "</p>".Length,
            _ => _paragraphs[2 + (turn % (_paragraphs.Count - 3))].Index,
        };
        var like = turn % 2 == 0 ? Class().Match(_paragraphs[1].Value).Value : string.Empty;
        var markup = line.Markup.StartsWith("<p>", StringComparison.Ordinal) ? $"<p{like}>{line.Markup[3..]}" : line.Markup;
        var page = MarkedPageReader.ReadPage(_name, $"{_source[..at]}\n{markup}\n{_source[at..]}");
        var text = Letters(extractor.ExtractHtml(page.Html, new PageContext { Url = page.Address, Status = 200 }, CancellationToken.None).Article.Text);
        var written = EvidenceText.Of(HtmlTree.Parse(markup, HtmlLimits.Default, CancellationToken.None).Root, LongestText);
        var whole = Letters(written);
        return (whole.Length > 0 && text.Contains(whole, StringComparison.Ordinal))
            || (line.IsText ? whole.Length == 0 : Sentence().Split(written).Select(Letters).Any(s => s.Length > ShortSentence && text.Contains(s, StringComparison.Ordinal)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex("""<p\b[^>]*data-gold="text"[^>]*>""")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\sclass=""[^""]*""")]
    private static partial Regex Class();

    [GeneratedRegex("""\A<!--\{[^\n]*"language":\s*"(\w\w)""")]
    private static partial Regex Language();

    [GeneratedRegex("""(?<=[.!?。])\s+""")]
    private static partial Regex Sentence();
}
