using System.Text.RegularExpressions;

namespace Scraper.Core.Metadata;

/// <summary>Turns what a page prints or declares as author into names.</summary>
internal sealed partial class AuthorNames(string? language)
{
    private const int MostNames = 30;

    private readonly NameRoles _roles = new(language);
    private readonly NameTest _test = new(language);
    private readonly PersonName _person = new(language);
    private readonly CapitalName _capitals = new(language);

    /// <summary>In Chinese a space parts names, where Japanese has it between the two words of one.</summary>
    private readonly bool _isChinese = language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The names in one value, in order, duplicates folded.</summary>
    public List<string> Parse(string raw)
    {
        var names = new List<string>();
        var (isOpen, isOfHelper) = (true, false);
        var isSlashed = TightSlash().IsMatch(raw);
        foreach (var part in SlashOfDate().Replace(AfterBy(raw), ".").Split(['\n', '|', '•', '·', '/', '／', '\t', '—', '–', '⋅', '●'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(p => p.Split(" - ", StringSplitOptions.TrimEntries)).Take(40))
        {
            // "Foto: Ann Lee / Agency": what follows whoever helped is theirs, until another label comes.
            isOfHelper = Label(part) is not WordUse.None and var label ? label == WordUse.BylineOther : isOfHelper;
            if (isOfHelper)
            {
                continue;
            }

            // What follows a list of names on its own line is a role, a section or a biography, unless the list goes on.
            if (!isOpen && !IsContinued(part) && !(isSlashed && IsNamed(part)))
            {
                break;
            }

            var found = Part(part);
            isOpen = names.Count + found.Count == 0 || IsContinued(part) || part[^1] is ',' or '&';
            foreach (var name in found.Where(n => !names.Contains(n, StringComparer.OrdinalIgnoreCase)).Take(MostNames - names.Count))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>The names in several values, in order, each once.</summary>
    public List<string> Union(IEnumerable<string> values)
    {
        var names = new List<string>();
        foreach (var name in values.Take(50).SelectMany(Parse))
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    // "Guide\nby Will Judd": the list begins at the line that opens with a "By"; "河報／記者王小明": at the part that opens with who it names.
    private string AfterBy(string raw)
    {
        if (raw.Contains('／') && raw.Split('／', StringSplitOptions.TrimEntries).FirstOrDefault(p => p.Length > 2 && TextTokens.IsHan(p[0]) && DateText.Line(p, 60, language).MatchOwn(0, WordUse.BylineLabel) > 1) is { } named)
        {
            return named;
        }

        for (var at = raw.IndexOf('\n', StringComparison.Ordinal); at >= 0 && at < 200; at = raw.IndexOf('\n', at + 1))
        {
            var rest = raw[(at + 1)..];
            if (DateText.Line(rest, 60, language).MatchOwn(0, WordUse.Byline) > 0)
            {
                return rest;
            }
        }

        return raw;
    }

    // "Foto:", "Text:", "Photo by": what a part is labelled as; one word without a colon is none.
    private WordUse Label(string part)
    {
        var line = DateText.Line(part, 60, language);
        return line.MatchOwn(0, WordUse.BylineOther) is > 0 and var other && (line[other].IsMark(':') || (other > 1 && !TextTokens.IsHan(part[0]))) ? WordUse.BylineOther
            : line.MatchOwn(0, WordUse.Byline | WordUse.BylineLabel) is > 0 and var own && line[own].IsMark(':') ? WordUse.BylineLabel
            : WordUse.None;
    }

    private bool IsContinued(string part)
    {
        var line = new LineReader(part, language);
        return line.Count == 0 || line[0].IsMark(',') || line[0].IsMark('&') || line.MatchAnd(0) > 0 || line.MatchAnd(line.Count - 1) > 0;
    }

    private List<string> Part(string part)
    {
        var names = new List<string>();
        var line = new LineReader(BylineNoise.Without(part), language);
        var current = new List<TextToken>();
        var parenthesis = 0;
        var isAfterComma = false;
        for (var i = NameText.ReporterEnd(line, 0); i <= line.Count; i++)
        {
            var token = line[i];
            if (token.IsMark('(') || token.IsMark('['))
            {
                parenthesis++;
                if (line.MatchOwn(i + 1, WordUse.BylineOther) is > 0 and var help && line[i + 1 + help].IsMark(')'))
                {
                    // "Jane Doe (Photos)"
                    current.Clear();
                }
            }
            else if (token.IsMark(')') || token.IsMark(']'))
            {
                parenthesis = Math.Max(0, parenthesis - 1);
            }
            else if (parenthesis > 0 && i < line.Count)
            {
                continue;
            }
            else if (token.IsMark('='))
            {
                // "서울=홍길동 기자": where from, then who.
                current.Clear();
            }
            else if (i < line.Count && (DateText.Date(line, i) ?? (current.Count > 1 ? DateText.BehindWeekday(line, i) : null)) is { } date)
            {
                // "Jane Doe on 28 September"; one word alone before "Sun" or "Thu" may make a name with it.
                while (current.Count > 1 && current[^1].IsWord && char.IsLower(line.Text[current[^1].Start]))
                {
                    current.RemoveAt(current.Count - 1);
                }

                // "សុខ សុភា ថ្ងៃទី 5": "the day of" is no name in scripts without capitals either.
                for (var k = i - 1; current.Count > 1 && current[^1].Start == line[k].Start && !char.IsUpper(line.Text[line[k].Start]) && line.MatchPage(k, WordUse.At | WordUse.Weekday) > 0; k--)
                {
                    current.RemoveAt(current.Count - 1);
                }

                Take(line, current, names, isAfterComma);
                i = date.End - 1;
            }
            else if (line.MatchOwn(i, WordUse.BylineOther) is > 0 and var other && other >= line.MatchOwn(i, WordUse.Role))
            {
                // Whoever helped ("Edited by") did not write it.
                Take(line, current, names);
                break;
            }
            else if (current.Count == 0 && ByEnd(line, i) is > 0 and var by && i + by < line.Count)
            {
                i += by - 1;
            }
            else if (current.Count > 0 && OutletEnd(line, i) is > 0 and var outlet)
            {
                current.Clear();
                i += outlet - 1;
            }
            else if (_isChinese && current.Count > 1 && token.Start > line[i - 1].End && TextTokens.IsHan(token.Folded[0]) && current.TrueForAll(t => TextTokens.IsHan(t.Folded[0])))
            {
                Take(line, current, names);
                i--;
            }
            else if (current.Count > 0 && line.MatchOwn(i, WordUse.BylineAfter) is > 0 and var suffix)
            {
                Take(line, current, names);
                i += suffix - 1;
            }
            else if (current.Count > 1 && token.IsNumber && line.Match(i + 1, WordUse.Relative) > 0)
            {
                // "Jane Doe 5 min read"
                Take(line, current, names);
                break;
            }
            else if (current.Count > 0 && line.MatchOwn(i, WordUse.Published | WordUse.Updated) > 0)
            {
                // "Jane Doe Published: 3 March": when follows who.
                Take(line, current, names);
                break;
            }
            else if (i == line.Count || token.IsMark(',') || token.IsMark(';') || token.IsMark('&') || token.IsMark(':') || token.IsMark('|') || line.MatchAnd(i) > 0)
            {
                var isLast = token.IsMark(':') && current.Count <= 2;
                if (isLast)
                {
                    current.Clear();
                }

                Take(line, current, names, isAfterComma);
                isAfterComma = token.IsMark(',');
                i += i < line.Count && line.MatchAnd(i) is > 1 and var length ? length - 1 : 0;
            }
            else if (current.Count > 0 && line.MatchOwn(i, WordUse.Byline) is > 0 and var inner)
            {
                // "Recipe by Jane Doe"
                if (names.Count > 0 || (current.Count > 2 && _person.IsFull(line.Text[current[0].Start..current[^1].End])))
                {
                    Take(line, current, names);
                    break;
                }

                current.Clear();
                i += inner - 1;
            }
            else if (token.IsWord && token.Folded is "was" or "is" && line.MatchOwn(i + 1, WordUse.Byline) > 0)
            {
                // "This article was written by Jane Doe"
                current.Clear();
            }
            else if (token.IsWord && token.Folded is "is" or "was" or "has" && !NameText.IsCapitalised(line, i))
            {
                // A sentence about the author.
                break;
            }
            else if (current.Count > 0 && token.IsWord && token.Folded is "of" && names.Count > 0 && current.Count <= 2)
            {
                // "Jane Doe, Head of Marketing"
                break;
            }
            else if (current.Count > 0 && token.IsWord && (token.Folded is "in" or "at" or "of" ? !NameText.IsCapitalised(line, i) : token.Folded is "for" or "from"))
            {
                Take(line, current, names, isAfterComma);
                if (token.Folded is not "in" || NextName(line, i) is not (> 0 and var next))
                {
                    break;
                }

                i = next - 1;
            }
            else
            {
                current.Add(token);
            }
        }

        return names;
    }

    // "Jane Doe/John Roe", but not "Jane Doe/Valley Times"
    private bool IsNamed(string part) => _person.IsFull(part) && !NewsAgencies.Contains(part) && !OutletWords.Contains(part[(part.LastIndexOf(' ') + 1)..]);

    [GeneratedRegex(@"\p{Ll}/\p{Lu}")]
    private static partial Regex TightSlash();

    [GeneratedRegex(@"(?<=\d)/(?=\d)")]
    private static partial Regex SlashOfDate();

    private void Take(LineReader line, List<TextToken> tokens, List<string> names, bool isAfterComma = false)
    {
        tokens.RemoveRange(0, tokens.FindIndex(t => t.Kind != TextTokenKind.Mark) is >= 0 and var first ? first : tokens.Count);
        while (tokens.Count > 0 && tokens[^1].Kind == TextTokenKind.Mark && !(tokens[^1].IsMark('.') && tokens.Count > 1 && (tokens[^2].Length == 1 || NameTest.IsCredential(tokens[^2].Folded))))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        NewsAgencies.CutOff(tokens, line, _roles.Is);
        if (names.Count == 0)
        {
            _roles.CutOff(tokens, line);
        }

        if (tokens.Count > 0)
        {
            var name = BylineNoise.Once(line.Text[tokens[0].Start..tokens[^1].End].Trim());
            if (_roles.Is(tokens, line))
            {
                // "Jane Doe, Privacy and Security Expert": single words before a role belong to it.
                names.RemoveAll(n => names.Count > 1 && !n.Contains(' '));
            }
            else if (!(isAfterComma && (NameRoles.IsPlace(name, names) || IsOutlet(name, names))) && _test.IsName(name, tokens, isAlone: tokens.Count == 1 && line.Count <= 3) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(_capitals.Written(name));
            }
        }

        tokens.Clear();
    }

    // "Jane Doe, BBC"
    private static bool IsOutlet(string name, List<string> names) => PersonName.IsAcronym(name) && names.Exists(n => n.Contains(' '));
}
