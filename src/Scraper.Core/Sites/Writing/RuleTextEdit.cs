using Scraper.Core.Sites.Learning;
using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>
/// Puts a proposed line into a rule file's text and leaves every other character of it as it is, comments included. Where
/// the file is written in a way that this cannot follow, the whole rule is written anew, without its comments.
/// </summary>
public static class RuleTextEdit
{
    /// <summary>The text with the line in it.</summary>
    /// <param name="text">The rule file, YAML.</param>
    /// <param name="line">The line.</param>
    /// <returns>The new text and whether comments were lost; <see langword="null"/> where the file has an error, which is to be mended first.</returns>
    public static (string Text, bool IsRewritten)? Put(string text, ProposedLine line)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(line);
        // A key that is still empty may be all that is wrong with it.
        var rule = SiteRuleReader.Read("rule.yaml", text).Rule;
        if (rule is not null && Holds(rule, line))
        {
            return (text, false);
        }

        var edited = InPlace(text, line);
        return edited is not null && SiteRuleReader.Read("rule.yaml", edited).Rule is { } read && Holds(read, line)
            ? (edited, false)
            : rule is null ? null
            : (SiteRuleWriter.Write(With(rule, line)), true);
    }

    private static bool Holds(SiteRule rule, ProposedLine line) => rule.Layouts.FirstOrDefault(l => l.ValidUntil is null) is { } layout && line.Kind switch
    {
        ProposedLineKind.Select => layout.Selectors(line.Field) is [var first, ..] && first.Expression == line.Expression && first.Attribute == line.Attribute,
        ProposedLineKind.Strip => layout.Strip.Any(s => s.Selector.Expression == line.Expression && s.Label == line.Label),
        _ => layout.Lines.Any(l => l.Pattern.Pattern == line.Expression && l.Label == line.Label),
    };

    private static SiteRule With(SiteRule rule, ProposedLine line)
    {
        var today = rule.Layouts.FirstOrDefault(l => l.ValidUntil is null) ?? new SiteLayout();
        var changed = line.Kind switch
        {
            ProposedLineKind.Select => today with
            {
                Select = new Dictionary<SiteField, IReadOnlyList<Selector>>(today.Select)
                {
                    [line.Field] = [Selector.Of(line.Expression) with { Attribute = line.Attribute }, .. today.Selectors(line.Field).Where(s => s.Expression != line.Expression)],
                },
            },
            ProposedLineKind.Strip => today with { Strip = [.. today.Strip, (Selector.Of(line.Expression), line.Label)] },
            _ => today with { Lines = [.. today.Lines, new SiteLine(new SitePattern(line.Expression), line.Label)] },
        };
        return rule with { Layouts = [changed, .. rule.Layouts.Where(l => l.ValidUntil is not null)] };
    }

    private static string? InPlace(string text, ProposedLine line)
    {
        YamlMap root;
        try
        {
            if (YamlFile.Read(text) is not YamlMap map)
            {
                return null;
            }

            root = map;
        }
        catch (YamlFileException)
        {
            return null;
        }

        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var key = line.Kind switch { ProposedLineKind.Select => "select", ProposedLineKind.Strip => "strip", _ => "lines" };
        var entry = root.Entries.Find(e => e.Key.Value == key);
        var isDone = entry.Key is null || entry.Value is YamlText { IsNothing: true }
            ? Append(lines, entry.Key, key, Entry(line, "  "))
            : line.Kind == ProposedLineKind.Select ? PutField(lines, entry, line) : PutEntry(lines, entry, line);
        return isDone ? string.Join('\n', lines) + "\n" : null;
    }

    /// <summary>A key that is not there yet goes to the end; one that is there and empty gets what belongs below it.</summary>
    private static bool Append(List<string> lines, YamlText? there, string key, string entry)
    {
        if (there is not null)
        {
            lines.Insert(there.Line, entry);
            return true;
        }

        lines.AddRange(["", $"{key}:", entry]);
        return true;
    }

    private static bool PutEntry(List<string> lines, KeyValuePair<YamlText, YamlNode> at, ProposedLine line)
    {
        if (at.Value.Line <= at.Key.Line)
        {
            return false; // { … } and [ … ]
        }

        var indent = new string(' ', at.Value.Column - 1);
        var entry = at.Value is YamlMap ? Entry(line, indent)
            : $"{indent}- {(line.Kind == ProposedLineKind.Strip ? "css" : "pattern")}: {YamlQuote.Text(line.Expression)}\n{indent}  label: {SiteVocabulary.Written(line.Label)}";
        lines.Insert(LastLine(at.Value), entry);
        return true;
    }

    private static bool PutField(List<string> lines, KeyValuePair<YamlText, YamlNode> select, ProposedLine line)
    {
        if (select.Value is not YamlMap fields || select.Value.Line <= select.Key.Line)
        {
            return false;
        }

        var indent = new string(' ', fields.Column - 1);
        var (name, quoted) = (line.FieldKey, line.Value);
        if (fields.Entries.Find(e => e.Key.Value == name) is not { Key: { } key } field)
        {
            lines.Insert(LastLine(fields), $"{indent}{name}: {quoted}");
            return true;
        }

        if (field.Value.Line > key.Line)
        {
            var first = new string(' ', field.Value.Column - 1);
            if (field.Value is YamlList)
            {
                lines.Insert(field.Value.Line - 1, $"{first}- {quoted}");
                return true;
            }

            // A selector written out becomes the second of a list.
            for (var i = field.Value.Line - 1; i < LastLine(field.Value); i++)
            {
                var rest = lines[i].Length >= first.Length ? lines[i][first.Length..] : lines[i].TrimStart();
                lines[i] = $"{indent}  {(i == field.Value.Line - 1 ? "- " : "  ")}{rest}";
            }

            lines.Insert(key.Line, $"{indent}  - {quoted}");
            return true;
        }

        var old = lines[key.Line - 1][(key.Column - 1 + name.Length + 1)..].Trim();
        lines[key.Line - 1] = $"{indent}{name}:\n{indent}  - {quoted}\n{indent}  - {old}";
        return field.Value is not YamlList;
    }

    private static string Entry(ProposedLine line, string indent) => line.Kind == ProposedLineKind.Select
        ? $"{indent}{line.FieldKey}: {line.Value}"
        : $"{indent}{YamlQuote.Text(line.Expression)}: {SiteVocabulary.Written(line.Label)}";

    /// <summary>The last line on which something of a node begins; what it goes on to is caught by reading the result.</summary>
    private static int LastLine(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.Select(e => Math.Max(e.Key.Line, LastLine(e.Value))).DefaultIfEmpty(map.Line).Max(),
        YamlList list => list.Items.Select(LastLine).DefaultIfEmpty(list.Line).Max(),
        _ => node.Line,
    };
}
