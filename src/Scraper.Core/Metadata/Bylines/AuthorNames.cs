using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Scraper.Core.Metadata;

/// <summary>Turns what a page prints or declares as author into names.</summary>
internal sealed partial class AuthorNames(string? language)
{
    private const int LongestName = 60;
    private const int MostNames = 30;

    // Credentials behind a name; they are no names of their own.
    private static readonly FrozenSet<string> Credentials = new HashSet<string>(
        "phd md mph ms ma ba bs rd rdn ldn mba jd esq cpa cfa cfp dds dvm rn fnp do msc bsc ceo cto cmo coo cscs ccc-slp pharmd edd llm psyd lcsw fand cissp pt dpt mfa med pe ph d m jr sr iii ii iv facp faap np pa rph cnm dnp lmft lpc bcba pmp che frcp ffpm e-ryt ryt".Split(' '), StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nobody = new HashSet<string>(
        ["admin", "administrator", "root", "user", "webmaster", "author", "authors", "by", "editor", "guest", "anonymous", "unknown", "none", "null", "undefined", "staff", "super user", "contributor", "redaktion", "wordpress", "n a", "na", "posted", "view all posts", "read more", "share", "follow", "see more", "about the author", "website", "default", "no author", "about", "contributors", "profile", "bio", "reporter", "test", "facebook", "twitter", "linkedin", "view profile", "more", "view bio", "see full bio", "email", "reviewer", "updated", "published", "authored", "reviewed", "written", "sponsored", "subscribe", "articles", "see all", "view all", "all posts", "login", "log in", "sign in", "member login", "home", "blog", "news", "advertisement", "paid post", "our team", "team", "our authors", "meet the author", "photo", "credit", "all articles", "latest posts", "posts", "author posts", "more posts", "newsletter", "editors", "editorial", "photos", "video", "opinion", "analysis", "news desk editor"], StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    private readonly NameRoles _roles = new(language);

    /// <summary>The names in one value, in order, duplicates folded.</summary>
    public List<string> Parse(string raw)
    {
        var names = new List<string>();
        var isOpen = true;
        foreach (var part in SlashOfDate().Replace(AfterBy(raw), ".").Split(['\n', '|', '•', '·', '/', '\t', '—', '–', '⋅', '●'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(p => p.Split(" - ", StringSplitOptions.TrimEntries)).Take(40))
        {
            // What follows a list of names on its own line is a role, a section or a biography, unless the list goes on.
            if (!isOpen && !IsContinued(part))
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

    // "Guide\nby Will Judd": the list begins at the line that opens with a "By".
    private string AfterBy(string raw)
    {
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

    private bool IsContinued(string part)
    {
        var line = new LineReader(part, language);
        return line.Count == 0 || line[0].IsMark(',') || line[0].IsMark('&') || line.MatchOwn(0, WordUse.And) > 0 || line.MatchOwn(line.Count - 1, WordUse.And) > 0;
    }

    /// <summary>Whether a declared author may stand as it is although it reads as no person's name.</summary>
    public static bool MayBeAccount(string raw) =>
        raw.Length is > 2 and <= LongestName && raw.Count(c => c == ' ') < 6 && !raw.Contains('@') && !raw.Contains('/') && !raw.Contains('{') && raw.Count(c => c == '.') < 2 && raw.Any(char.IsLetter)
        && !Nobody.Contains(WordOverlap.Key(raw));

    private List<string> Part(string part)
    {
        var names = new List<string>();
        var line = new LineReader(WithoutNoise(part), language);
        var current = new List<TextToken>();
        var parenthesis = 0;
        var isAfterComma = false;
        for (var i = 0; i <= line.Count; i++)
        {
            var token = line[i];
            if (token.IsMark('(') || token.IsMark('['))
            {
                parenthesis++;
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
            else if (i < line.Count && (DateText.Date(line, i) ?? BehindWeekday(line, i, current.Count)) is { } date)
            {
                // "Jane Doe on 28 September"
                while (current.Count > 1 && current[^1].IsWord && char.IsLower(line.Text[current[^1].Start]))
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
            else if (current.Count == 0 && line.MatchOwn(i, WordUse.Byline | WordUse.BylineLabel | WordUse.BylineWeak | WordUse.Published | WordUse.Updated) is > 0 and var by && i + by < line.Count)
            {
                i += by - 1;
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
            else if (i == line.Count || token.IsMark(',') || token.IsMark(';') || token.IsMark('&') || token.IsMark(':') || token.IsMark('|') || line.MatchOwn(i, WordUse.And) > 0)
            {
                var isLast = token.IsMark(':') && current.Count <= 2;
                if (isLast)
                {
                    current.Clear();
                }

                Take(line, current, names, isAfterComma);
                isAfterComma = token.IsMark(',');
                i += i < line.Count && line.MatchOwn(i, WordUse.And) is > 1 and var length ? length - 1 : 0;
            }
            else if (current.Count > 0 && line.MatchOwn(i, WordUse.Byline) is > 0 and var inner)
            {
                // "Recipe by Jane Doe"
                if (names.Count > 0 || (current.Count > 2 && current.TrueForAll(c => char.IsUpper(line.Text[c.Start]))))
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
                break;
            }
            else
            {
                current.Add(token);
            }
        }

        return names;
    }

    [GeneratedRegex(@"(?<=\d)/(?=\d)")]
    private static partial Regex SlashOfDate();

    // "Jane Doe on Thursday, 28 September": one word alone before "Sun" or "Thu" may make a name with it.
    private static DateMatch? BehindWeekday(LineReader line, int i, int wordsBefore)
    {
        if (wordsBefore < 2 || line.MatchOwn(i, WordUse.Weekday) is not (> 0 and var length))
        {
            return null;
        }

        for (i += length; line[i].IsMark(',') || line[i].IsMark('.'); i++)
        {
        }

        return line.Has(i) ? DateText.Date(line, i) : null;
    }

    private void Take(LineReader line, List<TextToken> tokens, List<string> names, bool isAfterComma = false)
    {
        while (tokens.Count > 0 && tokens[0].Kind == TextTokenKind.Mark)
        {
            tokens.RemoveAt(0);
        }

        while (tokens.Count > 0 && tokens[^1].Kind == TextTokenKind.Mark && !(tokens[^1].IsMark('.') && tokens.Count > 1 && (tokens[^2].Length == 1 || Credentials.Contains(tokens[^2].Folded))))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (names.Count == 0)
        {
            _roles.CutOff(tokens, line);
        }

        if (tokens.Count > 0)
        {
            var name = line.Text[tokens[0].Start..tokens[^1].End].Trim();
            if (_roles.Is(tokens, line))
            {
                // "Jane Doe, Privacy and Security Expert": single words before a role belong to it.
                names.RemoveAll(n => names.Count > 1 && !n.Contains(' '));
            }
            else if (!(isAfterComma && NameRoles.IsPlace(name, names)) && IsName(name, tokens, isAlone: tokens.Count == 1 && line.Count <= 3) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        tokens.Clear();
    }

    private bool IsName(string name, List<TextToken> tokens, bool isAlone)
    {
        var words = tokens.Where(t => t.IsWord).ToList();
        var key = WordOverlap.Key(name);
        if (name.Length is < 2 or > LongestName || words.Count is 0 or > 7 || tokens.Any(t => t.IsNumber && t.Length > 2)
            || Nobody.Contains(key) || Credentials.Contains(key.Replace(" ", string.Empty, StringComparison.Ordinal)))
        {
            return false;
        }

        var reader = new LineReader(name, language);
        if (reader.MatchOwn(0, WordUse.Role) == reader.Count || IsAbout(reader) || words.All(w => Credentials.Contains(w.Folded)))
        {
            return false;
        }

        // A small word that is no particle, or a role among the words, makes it a phrase and no name.
        var small = 0;
        for (var i = 0; i < reader.Count; i++)
        {
            if (reader[i].IsWord && i > 0 && reader.MatchOwn(i, WordUse.Role) is > 0 and var role && i + role == reader.Count && words.Count > 2)
            {
                return false;
            }

            small += reader[i].IsWord && !NameText.IsCapitalised(reader, i) && !NameText.IsParticle(reader[i].Folded) ? 1 : 0;
        }

        return small == 0 || isAlone;
    }

    // "5 min read", "Updated Today".
    private static bool IsAbout(LineReader name)
    {
        for (var i = 0; i < name.Count;)
        {
            if (name[i].Kind == TextTokenKind.Word)
            {
                var length = name.MatchOwn(i, WordUse.AroundDate);
                if (length == 0)
                {
                    return false;
                }

                i += length;
            }
            else
            {
                i++;
            }
        }

        return true;
    }

    // Addresses, handles and what stands in quotes are no part of names.
    internal static string WithoutNoise(string text)
    {
        if (!text.Contains('@') && !text.Contains("www.", StringComparison.OrdinalIgnoreCase) && !text.Contains("://", StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains('@') || word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            kept.Append(kept.Length > 0 ? " " : string.Empty).Append(word);
        }

        return kept.ToString();
    }
}
