using System.Collections.Frozen;
using System.Text;

namespace Scraper.Core.Metadata;

/// <summary>Turns what a page prints or declares as author into names.</summary>
internal sealed class AuthorNames(string? language, SiteNames site)
{
    private const int LongestName = 60;
    private const int MostNames = 30;

    // Credentials behind a name; they are no names of their own.
    private static readonly FrozenSet<string> Credentials = new HashSet<string>(
        "phd md mph ms ma ba bs rd rdn ldn mba jd esq cpa cfa cfp dds dvm rn fnp do msc bsc ceo cto cmo coo cscs ccc-slp pharmd edd llm psyd lcsw fand cissp pt dpt mfa med pe ph d m jr sr iii ii iv facp faap np pa rph cnm dnp lmft lpc bcba pmp che frcp ffpm e-ryt ryt".Split(' '), StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nobody = new HashSet<string>(
        ["admin", "administrator", "root", "user", "webmaster", "author", "authors", "by", "editor", "guest", "anonymous", "unknown", "none", "null", "undefined", "staff", "super user", "contributor", "redaktion", "wordpress", "n a", "na", "posted", "view all posts", "read more", "share", "follow", "see more", "about the author", "website", "default", "no author", "about", "contributors", "profile", "bio", "reporter", "test", "facebook", "twitter", "linkedin", "view profile", "more", "view bio", "see full bio", "email", "reviewer", "updated", "published", "authored", "reviewed", "written"], StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names in one value, in order, duplicates folded.</summary>
    public List<string> Parse(string raw)
    {
        var names = new List<string>();
        foreach (var part in raw.Split(['\n', '|', '•', '·', '/', '\t', '—', '–', '⋅', '●'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(p => p.Split(" - ", StringSplitOptions.TrimEntries)).Take(40))
        {
            // A second line without names (a role, a date, a biography) ends the list of names.
            var found = Part(part);
            foreach (var name in found.Where(n => !names.Contains(n, StringComparer.OrdinalIgnoreCase)).Take(MostNames - names.Count))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private List<string> Part(string part)
    {
        var names = new List<string>();
        var line = new LineReader(WithoutNoise(part), language);
        var current = new List<TextToken>();
        var parenthesis = 0;
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
            else if (i < line.Count && DateText.Date(line, i) is { } date)
            {
                Take(line, current, names);
                i = date.End - 1;
            }
            else if (current.Count == 0 && line.MatchOwn(i, WordUse.Byline | WordUse.BylineLabel | WordUse.BylineWeak | WordUse.Published | WordUse.Updated) is > 0 and var by && i + by < line.Count)
            {
                i += by - 1;
            }
            else if (i == line.Count || token.IsMark(',') || token.IsMark(';') || token.IsMark('&') || token.IsMark(':') || token.IsMark('|') || line.MatchOwn(i, WordUse.And) > 0)
            {
                var isLast = token.IsMark(':') && current.Count <= 2;
                if (isLast)
                {
                    current.Clear();
                }

                Take(line, current, names);
                i += i < line.Count && line.MatchOwn(i, WordUse.And) is > 1 and var length ? length - 1 : 0;
            }
            else if (current.Count > 0 && line.MatchOwn(i, WordUse.Byline) > 0)
            {
                // "Jane Doe Published by ..." or "Medically reviewed by": whoever follows did not write it.
                Take(line, current, names);
                break;
            }
            else if (current.Count > 0 && token.IsWord && token.Folded is "for" or "in" or "at" or "from" or "is" or "of" && !NameText.IsCapitalised(line, i))
            {
                Take(line, current, names);
                break;
            }
            else
            {
                current.Add(token);
            }
        }

        return names;
    }

    private void Take(LineReader line, List<TextToken> tokens, List<string> names)
    {
        while (tokens.Count > 0 && tokens[0].Kind == TextTokenKind.Mark)
        {
            tokens.RemoveAt(0);
        }

        while (tokens.Count > 0 && tokens[^1].Kind == TextTokenKind.Mark && !(tokens[^1].IsMark('.') && tokens.Count > 1 && tokens[^2].Length <= 3))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (tokens.Count > 0)
        {
            var name = line.Text[tokens[0].Start..tokens[^1].End].Trim();
            if (IsName(name, tokens) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        tokens.Clear();
    }

    private bool IsName(string name, List<TextToken> tokens)
    {
        var words = tokens.Where(t => t.IsWord).ToList();
        var key = WordOverlap.Key(name);
        if (name.Length is < 2 or > LongestName || words.Count is 0 or > 7 || tokens.Any(t => t.IsNumber && t.Length > 2)
            || Nobody.Contains(key) || site.Contains(name) || Credentials.Contains(key.Replace(" ", string.Empty, StringComparison.Ordinal)))
        {
            return false;
        }

        var reader = new LineReader(name, language);
        if (reader.MatchOwn(0, WordUse.Role) == reader.Count || reader.MatchOwn(0, WordUse.AroundDate) == reader.Count || words.All(w => Credentials.Contains(w.Folded)))
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

        return small == 0 || (small == words.Count && words.Count <= 3);
    }

    // Addresses, handles and what stands in quotes are no part of names.
    private static string WithoutNoise(string text)
    {
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
