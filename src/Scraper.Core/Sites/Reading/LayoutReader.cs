using System.Text.RegularExpressions;
using Scraper.Core.Labelling;
using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Reads a layout, whether it stands at the left margin of a file or under <c>layouts</c>.</summary>
internal static class LayoutReader
{
    private static readonly string[] Keys = [.. SiteVocabulary.Layout.Select(k => k.Name)];

    private static readonly string[] MarkerKinds = ["text", "pattern", "css", "xpath"];

    /// <summary>Whether a section says anything about a layout.</summary>
    public static bool IsIn(YamlSection section) => Keys.Any(section.Has);

    public static SiteLayout Read(YamlSection section, bool isDated) => new()
    {
        ValidUntil = isDated ? section.Date("valid_until") : null,
        Select = ReadSelect(section),
        Strip = ReadStrip(section),
        CutBefore = ReadMarkers(section, "cut_before"),
        CutAfter = ReadMarkers(section, "cut_after"),
        Lines = ReadLines(section),
        Reject = SelectorReader.Read(section, "reject"),
        Keep = SelectorReader.Read(section, "keep"),
        Unwrap = SelectorReader.Read(section, "unwrap"),
        NextPage = SelectorReader.Read(section, "next_page"),
        MaxPages = section.Number("max_pages", 1, SiteLayout.MostPages) ?? 10,
        SinglePage = SelectorReader.Read(section, "single_page"),
    };

    /// <summary>Warns of what a layout says to no effect, or against itself.</summary>
    /// <param name="section">Where it stands.</param>
    /// <param name="layout">What was read of it.</param>
    /// <param name="mayInherit">Whether a family may say the rest.</param>
    public static void Doubt(YamlSection section, SiteLayout layout, bool mayInherit)
    {
        if (section.Node("max_pages") is { } most && layout.NextPage.Count == 0 && !mayInherit)
        {
            section.Problems.Warn(most, section.KeyPath("max_pages"), "goes with next_page; without it one page is read");
        }

        var body = layout.Selectors(SiteField.Body).Select(s => s.Expression).ToHashSet(StringComparer.Ordinal);
        foreach (var (selector, _) in layout.Strip.Where(s => body.Contains(s.Selector.Expression)))
        {
            section.Problems.Add(SiteProblemSeverity.Warning, selector.Line, 0, section.KeyPath("strip"), $"{selector.Expression} is also select.body: all that is found is stripped");
        }
    }

    private static Dictionary<SiteField, IReadOnlyList<Selector>> ReadSelect(YamlSection section)
    {
        var fields = new Dictionary<SiteField, IReadOnlyList<Selector>>();
        if (section.Section("select") is not { } select)
        {
            return fields;
        }

        foreach (var (name, field) in SiteVocabulary.Fields)
        {
            if (SelectorReader.Read(select, name) is { Count: > 0 } selectors)
            {
                fields[field] = selectors;
            }
        }

        return fields;
    }

    private static List<(Selector, Label)> ReadStrip(YamlSection section)
    {
        var strip = new List<(Selector, Label)>();
        var key = section.KeyPath("strip");
        if (section.Node("strip") is YamlMap)
        {
            foreach (var (expression, label) in section.Pairs("strip"))
            {
                if (SelectorReader.Bare(expression, key, section.Problems) is { } selector && ReadLabel(label, key, section.Problems) is { } what)
                {
                    strip.Add((selector, what));
                }
            }

            return strip;
        }

        foreach (var item in section.Items("strip"))
        {
            if (item is YamlMap map)
            {
                var entry = new YamlSection(map, key, SiteVocabulary.Strip, section.Problems);
                if (SelectorReader.Written(entry) is { } selector)
                {
                    strip.Add((selector, entry.Choice("label", SiteVocabulary.Labels) ?? Label.Other));
                }
            }
            else if (section.Problems.TextNode(item, key) is { } text && SelectorReader.Bare(text, key, section.Problems) is { } selector)
            {
                strip.Add((selector, Label.Other));
            }
        }

        return strip;
    }

    private static List<SiteLine> ReadLines(YamlSection section)
    {
        var lines = new List<SiteLine>();
        var key = section.KeyPath("lines");
        foreach (var (expression, label) in section.Pairs("lines"))
        {
            if (SelectorReader.Pattern(expression, key, section.Problems) is { } pattern && ReadLabel(label, key, section.Problems) is { } what)
            {
                lines.Add(new SiteLine(pattern, what));
            }
        }

        return lines;
    }

    private static List<SiteMarker> ReadMarkers(YamlSection section, string key)
    {
        var markers = new List<SiteMarker>();
        foreach (var item in section.Items(key))
        {
            if (item is YamlText text)
            {
                if (WholeText(text, section.KeyPath(key), section.Problems) is { } whole)
                {
                    markers.Add(new SiteMarker(null, whole, Label.Other));
                }
            }
            else if (item is YamlMap map && Marker(new YamlSection(map, section.KeyPath(key), SiteVocabulary.Marker, section.Problems)) is { } marker)
            {
                markers.Add(marker);
            }
            else if (item is YamlList)
            {
                section.Problems.Error(item, section.KeyPath(key), "must be a text, or a mapping with one of text, pattern, css and xpath");
            }
        }

        return markers;
    }

    private static SiteMarker? Marker(YamlSection section)
    {
        string[] given = [.. MarkerKinds.Where(section.Has)];
        if (given is not [var key])
        {
            section.Problems.Error(section.Map, section.Path, "needs exactly one of text, pattern, css and xpath");
            return null;
        }

        var label = section.Choice("label", SiteVocabulary.Labels) ?? Label.Other;
        if (key is "css" or "xpath")
        {
            return SelectorReader.Written(section) is { } selector ? new SiteMarker(selector, null, label) : null;
        }

        if (section.TextNodes(key) is not [var text])
        {
            return null;
        }

        var pattern = key == "text" ? WholeText(text, section.KeyPath(key), section.Problems) : SelectorReader.Pattern(text, section.KeyPath(key), section.Problems);
        return pattern is null ? null : new SiteMarker(null, pattern, label);
    }

    private static SitePattern? WholeText(YamlText text, string key, SiteProblems problems)
    {
        var pattern = "^" + Regex.Escape(ElementText.Fold(text.Value)) + "[\\s:.…]*$";
        if (pattern.Length <= SitePattern.LongestPattern)
        {
            return SitePattern.Trusted(pattern, text.Line, problems.Source);
        }

        problems.Error(text, key, $"the text is too long for a marker; at most some {SitePattern.LongestPattern / 2} characters are accepted");
        return null;
    }

    private static Label? ReadLabel(YamlText text, string key, SiteProblems problems)
    {
        if (SiteVocabulary.Labels.TryGetValue(text.Value, out var label))
        {
            return label;
        }

        problems.Error(text, key, $"\"{text.Value}\" is not a label; " + NearName.Hint(text.Value, [.. SiteVocabulary.Labels.Keys]));
        return null;
    }
}
