using System.Collections.Frozen;

namespace Scraper.Core.Metadata;

/// <summary>Tells what stands for an author from what merely stands where one would.</summary>
/// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
internal sealed class NameTest(string? language)
{
    private const int LongestName = 60;

    // Credentials behind a name; they are no names of their own.
    private static readonly FrozenSet<string> Credentials = new HashSet<string>(
        "phd md mph ms ma ba bs rd rdn ldn mba jd esq cpa cfa cfp dds dvm rn fnp do msc bsc ceo cto cmo coo cscs ccc-slp pharmd edd llm psyd lcsw fand cissp pt dpt mfa med pe ph d m jr sr iii ii iv facp faap np pa rph cnm dnp lmft lpc bcba pmp che frcp ffpm e-ryt ryt".Split(' '), StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nobody = new HashSet<string>(
        ["admin", "administrator", "root", "user", "webmaster", "author", "authors", "by", "editor", "guest", "anonymous", "unknown", "none", "null", "undefined", "staff", "super user", "contributor", "redaktion", "wordpress", "n a", "na", "posted", "view all posts", "read more", "share", "follow", "see more", "about the author", "website", "default", "no author", "about", "contributors", "profile", "bio", "reporter", "test", "facebook", "twitter", "linkedin", "view profile", "more", "view bio", "see full bio", "email", "reviewer", "updated", "published", "authored", "reviewed", "written", "sponsored", "subscribe", "articles", "see all", "view all", "all posts", "login", "log in", "sign in", "member login", "home", "blog", "news", "advertisement", "paid post", "our team", "team", "our authors", "meet the author", "photo", "credit", "all articles", "latest posts", "posts", "author posts", "more posts", "newsletter", "editors", "editorial", "photos", "video", "opinion", "analysis", "news desk editor"], StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a declared author may stand as it is although it reads as no person's name.</summary>
    public static bool MayBeAccount(string raw) =>
        raw.Length is > 2 and <= LongestName && raw.Count(c => c == ' ') < 6 && !raw.Contains('@') && !raw.Contains('/') && !raw.Contains('{') && raw.Count(c => c == '.') < 2 && raw.Any(char.IsLetter)
        && !Nobody.Contains(WordOverlap.Key(raw));

    /// <summary>Whether a word is a credential: "PhD".</summary>
    /// <param name="word">The word, folded.</param>
    public static bool IsCredential(string word) => Credentials.Contains(word);

    /// <summary>Whether the words of a piece make a name.</summary>
    /// <param name="name">The piece.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="isAlone">Whether the line has nothing else: then a small word may be one.</param>
    public bool IsName(string name, List<TextToken> tokens, bool isAlone)
    {
        var words = tokens.Where(t => t.IsWord).ToList();
        var key = WordOverlap.Key(name);
        if (name.Length is < 2 or > LongestName || words.Count is 0 or > 7 || tokens.Any(t => t.IsNumber && t.Length > 2)
            || Nobody.Contains(key) || Credentials.Contains(key.Replace(" ", string.Empty, StringComparison.Ordinal)))
        {
            return false;
        }

        var reader = new LineReader(name, language);
        if (PlaceNames.Contains(name) || reader.MatchOwn(0, WordUse.Role) == reader.Count || reader.Match(0, WordUse.Byline | WordUse.BylineLabel) == reader.Count || IsAbout(reader) || words.All(w => Credentials.Contains(w.Folded)))
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
}
