using System.Globalization;
using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Reads selectors: a bare expression, a mapping with its dialect and filters, or a list of either.</summary>
internal static class SelectorReader
{
    /// <summary>The selectors after a key, best first.</summary>
    public static IReadOnlyList<Selector> Read(YamlSection section, string key) =>
        [.. section.Items(key).Select(n => ReadOne(n, section.KeyPath(key), section.Problems)).OfType<Selector>()];

    /// <summary>A bare expression; reports it and gives nothing where it does not compile.</summary>
    public static Selector? Bare(YamlText text, string key, SiteProblems problems, bool? isXPath = null)
    {
        var selector = new Selector(text.Value.Trim(), text.Line) { IsXPath = isXPath ?? SelectorDialect.IsXPath(text.Value), Source = problems.Source };
        if (selector.Expression.Length == 0)
        {
            problems.Error(text, key, "an empty selector");
            return null;
        }

        try
        {
            _ = problems.IsTrusted ? null : selector.Query;
            return selector;
        }
        catch (FormatException e)
        {
            problems.Error(text, key, $"\"{Shorten(selector.Expression)}\": {e.Message}");
            return null;
        }
    }

    /// <summary>The expression under <c>css</c> or <c>xpath</c> of a mapping; reports where neither or both are given.</summary>
    public static Selector? Written(YamlSection section)
    {
        if (section.Has("css") == section.Has("xpath"))
        {
            section.Problems.Error(section.Map, section.Path, "needs exactly one of css and xpath");
            return null;
        }

        var key = section.Has("css") ? "css" : "xpath";
        return section.TextNodes(key) is [var text] ? Bare(text, section.KeyPath(key), section.Problems, key == "xpath") : null;
    }

    /// <summary>A pattern; reports it and gives nothing where it does not compile.</summary>
    public static SitePattern? Pattern(YamlText text, string key, SiteProblems problems)
    {
        try
        {
            return problems.IsTrusted
                ? SitePattern.Trusted(text.Value, text.Line, problems.Source)
                : new SitePattern(text.Value, text.Line) { Source = problems.Source };
        }
        catch (ArgumentException e)
        {
            problems.Error(text, key, "not a regular expression: " + e.Message);
            return null;
        }
    }

    private static Selector? ReadOne(YamlNode node, string key, SiteProblems problems)
    {
        switch (node)
        {
            case YamlText text:
                return Bare(text, key, problems);
            case YamlMap map:
                var section = new YamlSection(map, key, SiteVocabulary.Selector, problems);
                return Written(section) is { } selector
                    ? selector with { Attribute = section.Text("attribute")?.ToLowerInvariant(), IsRequired = section.Flag("required"), Filters = Filters(section) }
                    : null;
            default:
                problems.Error(node, key, "must be a selector, or a mapping with css or xpath");
                return null;
        }
    }

    // One fixed order, whatever order the file has them in: replace, split, trim, date.
    private static List<TextFilter> Filters(YamlSection section)
    {
        var filters = new List<TextFilter>();
        foreach (var (find, with) in section.Pairs("replace"))
        {
            if (Pattern(find, section.KeyPath("replace"), section.Problems) is { } pattern)
            {
                filters.Add(new TextFilter.Replace(pattern, with.Value));
            }
        }

        if (section.TextNodes("split") is [var at] && Pattern(at, section.KeyPath("split"), section.Problems) is { } cut)
        {
            filters.Add(new TextFilter.Split(cut));
        }

        if (section.Text("trim") is { } characters)
        {
            filters.Add(new TextFilter.Trim(characters));
        }

        if (section.Has("date") || section.Has("zone"))
        {
            foreach (var format in section.TextNodes("date").Where(f => !IsDateFormat(f.Value)))
            {
                section.Problems.Error(format, section.KeyPath("date"), $"\"{format.Value}\" is not a .NET date format; d MMM yyyy HH:mm is one");
            }

            var zone = section.Text("zone");
            ZoneText.Check(section, "zone");
            filters.Add(new TextFilter.Date(section.Texts("date"), zone));
        }

        return filters;
    }

    private static bool IsDateFormat(string format)
    {
        try
        {
            var sample = new DateTime(2020, 11, 23, 21, 45, 56, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture);
            return format.Length > 1 && sample != format;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
