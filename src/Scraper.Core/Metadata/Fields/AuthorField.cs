using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Scraper.Core.Metadata;

/// <summary>Decides who wrote the article.</summary>
internal sealed class AuthorField(string? language, SiteNames site)
{
    private const int LinesBeside = 12;
    private const int NearElements = 400;
    private const int CloseElements = 60;

    // Words of buttons, which stand beside dates as names do.
    private static readonly FrozenSet<string> Buttons = new[]
    {
        "share", "print", "sidebar", "subscribe", "download", "listen", "comments", "newsletter", "login", "menu", "teilen", "drucken", "merken", "partager", "imprimer", "compartir", "imprimir", "compartilhar", "condividi", "delen", "paylaş", "yazdır",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Metas =
    [
        "author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dcterms.creator", "article.author", "byl", "byline", "authors", "rbauthors", "citation_author", "creator", "article:author", "og:article:author", "og:author", "dc.contributor", "bt:author", "rnews:creator", "shareaholic:article_author_name", "vr:author", "tweetmeme-author", "mrf:authors", "dable:author", "author_name", "article_author", "articleauthor", "article-author", "author-name", "authorname", "article:author:name", "twitter:data1",
    ];

    private readonly AuthorNames _names = new(language);

    public IReadOnlyList<string> Resolve(PageEvidence evidence, ArticleData data, Mark? heading)
    {
        var headline = heading ?? evidence.Headings.Find(h => h.Name == "h1");
        var declared = FromData(data);
        if (People(declared).Count == 0)
        {
            declared = First(People(FromMetas(evidence)), declared, FromMetas(evidence));
        }

        var printed = headline is null ? [] : FromLines(HeadlineLines.Below(evidence.Lines, headline.Order), headline);
        var isBelow = printed.Count > 0;
        printed = isBelow || headline is null ? printed : FromLines(HeadlineLines.Above(evidence.Lines, headline.Order), headline);
        if (printed.Count > 0 && Overrules(printed, declared, isBelow, evidence.TitleElement))
        {
            return People(printed) is { Count: > 0 } people ? people : printed;
        }

        var marked = evidence.Bylines.Where(b => b.Name is "rel" or "class").ToList();
        if (People(declared) is { Count: > 0 } accounts && !accounts.Exists(IsPersonal) && headline is not null
            && FromMarks(marked.Where(m => Distance(m, headline) < CloseElements), headline, n => IsPersonal(n) && IsPerson(n, mayBeOneWord: true)) is { Count: > 0 } close)
        {
            return close;
        }

        var properties = evidence.Properties.Where(p => p.Name is "author" or "creator" && IsOwn(p.Zone, headline)).Select(p => p.Value).ToList();
        return First(
            People(declared),
            People(Union(properties)),
            FromMarks(marked, headline, n => IsPerson(n)),
            FromMarks(evidence.Bylines.Where(b => b.Name == "href"), headline, IsFullName),
            People(BesideDate(evidence, headline)),
            Sole(evidence.Bylines, headline),
            Account(evidence, headline),
            declared,
            Declared(properties),
            FromMarks(marked, headline, _ => true));
    }

    // A printed "By" goes before an account's name, before fewer names, and right under the headline before another person's: whoever posted the article did not write it.
    private bool Overrules(List<string> printed, List<string> declared, bool isBelow, string? title)
    {
        var people = People(declared);
        if (!people.Exists(n => IsPersonal(n) && !EndsTitle(n, title)))
        {
            return !printed.Intersect(declared, StringComparer.OrdinalIgnoreCase).Any();
        }

        var shared = printed.Intersect(people, StringComparer.OrdinalIgnoreCase).Count();
        return isBelow && printed.TrueForAll(IsFullName) && (shared == 0 || (shared == people.Count && printed.Count > shared));
    }

    // "headline_channel_site": in scripts without capitals a site's name looks like a person's.
    private static bool EndsTitle(string name, string? title) =>
        title is not null && char.GetUnicodeCategory(name[0]) == UnicodeCategory.OtherLetter && title.Length > name.Length + 1 && title.EndsWith(name, StringComparison.Ordinal) && !char.IsLetterOrDigit(title[^(name.Length + 1)]);

    private List<string> FromData(ArticleData data)
    {
        if (data.Article is not { } article)
        {
            return [];
        }

        var values = data.Graph.Values(article, "author").Concat(data.Graph.Values(article, "creator"))
            .SelectMany(v => v.ValueKind == JsonValueKind.Object ? data.Graph.Texts(v, "name").Select(n => (Name: n, IsOrganization: IsOrganization(v))) : [(JsonLdGraph.Plain(v) ?? string.Empty, false)])
            .Where(v => !IsAddress(v.Item1)).Take(50).ToList();
        if (!values.Exists(v => v.IsOrganization && AuthorNames.MayBeAccount(v.Name)))
        {
            return Declared(values.Select(v => v.Name));
        }

        // An organisation's name is one name, whatever words are in it.
        var names = new List<string>();
        foreach (var name in values.SelectMany(v => v.IsOrganization ? AuthorNames.MayBeAccount(v.Name) ? [v.Name] : [] : _names.Parse(v.Name)))
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static bool IsOrganization(JsonElement author) => JsonLdGraph.Types(author).Any(t => t.EndsWith("Organization", StringComparison.Ordinal) || t is "Corporation" or "NGO");

    // "https://facebook.com/ann", "www.facebook.com/ann", "facebook.com/ann": a profile is no name.
    private static bool IsAddress(string value) =>
        value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || (!value.Contains(' ') && value.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && value.AsSpan(0, slash).Contains('.'));

    private List<string> FromMetas(PageEvidence evidence)
    {
        foreach (var key in Metas)
        {
            if (evidence.Metas.TryGetValue(key, out var values) && (key != "twitter:data1" || IsWrittenBy(evidence.Meta("twitter:label1"))))
            {
                var names = Declared(key.StartsWith("citation", StringComparison.Ordinal) ? values.Select(Flip) : values.Where(v => !IsAddress(v)));
                if (names.Count > 0)
                {
                    return names;
                }
            }
        }

        return [];
    }

    // "by jsteinhardt": an account's name.
    private bool IsByWithOneWord(string text) =>
        new LineReader(text, language) is var line && line.MatchOwn(0, WordUse.Byline) is > 0 and var length && line.Count == length + 1 && line[length].IsWord && line[length].Length > 3;

    private bool IsWrittenBy(string? label) =>
        label is not null && new LineReader(label, language) is var line && line.Match(0, WordUse.Byline | WordUse.BylineLabel) == line.Count;

    private bool IsPerson(string name, bool mayBeOneWord = false) => !site.Contains(name) && (mayBeOneWord || name.Contains(' ') || (name.Length is > 1 and < 7 && name.All(char.IsUpper)));

    // A full name, or in a script without capitals what is as short as one.
    private bool IsPersonal(string name)
    {
        if (name.Length == 0 || char.GetUnicodeCategory(name[0]) != UnicodeCategory.OtherLetter)
        {
            return IsFullName(name);
        }

        return name[0] is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' ? name.Length is >= 2 and <= 4 || (name.Length <= 8 && name.Contains(' ')) : name.Count(c => c == ' ') is >= 1 and <= 3;
    }

    private List<string> FromMarks(IEnumerable<Mark> marks, Mark? headline, Func<string, bool> isName)
    {
        var own = marks.Where(m => IsOwn(m.Zone, headline));
        var near = headline is null ? own : own.Where(m => Distance(m, headline) < NearElements).OrderBy(m => Distance(m, headline));
        return near.Select(m => Listed(m.Value) ?? _names.Parse(m.Value)).FirstOrDefault(n => n.Count > 0 && n.All(isName)) ?? [];
    }

    // A full name on each line of a list.
    private List<string>? Listed(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 and < 10 } lines && Array.TrueForAll(lines, IsFullName) ? Union(lines) : null;

    // The one name that the page's marks give, however far from the headline.
    private List<string> Sole(List<Mark> marks, Mark? headline) =>
        marks.Where(m => IsOwn(m.Zone, headline)).SelectMany(m => _names.Parse(m.Value)).Where(n => IsFullName(n) && !site.Contains(n)).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList() is [var only] ? [only] : [];

    // "By The Currency editors": who is no person, but said to have written.
    private List<string> Account(PageEvidence evidence, Mark? headline)
    {
        var lines = headline is null ? [] : HeadlineLines.Below(evidence.Lines, headline.Order);
        foreach (var mark in lines.Concat(evidence.Bylines.Where(b => b.Name == "class")).Where(m => m.Value.Length < 60 && IsOwn(m.Zone, headline)))
        {
            var line = new LineReader(mark.Value, language);
            if (line.MatchOwn(0, WordUse.Byline) is > 0 and var by && line.Count - by is >= 2 and <= 5 && mark.Value[line[by].Start..].Trim() is var name
                && name.Split(' ').Any(w => char.IsUpper(w[0])) && !name.Any(char.IsDigit) && AuthorNames.MayBeAccount(name))
            {
                return [name];
            }
        }

        return [];
    }

    // The first line at the headline that opens with a "By".
    private List<string> FromLines(IEnumerable<Mark> lines, Mark headline)
    {
        var isLabelled = false;
        var listed = new List<string>();
        foreach (var mark in lines.Where(l => l.Value.Length < 200 && IsOwn(l.Zone, headline)))
        {
            // "Written by" on a line of its own, names and "and" below it.
            if (isLabelled && IsFullName(mark.Value))
            {
                listed.AddRange(_names.Parse(mark.Value));
                isLabelled = false;
                continue;
            }

            if (listed.Count > 0)
            {
                if (!IsAnd(mark.Value))
                {
                    return listed;
                }

                isLabelled = true;
                continue;
            }

            isLabelled = IsLabel(mark.Value);
            var line = mark with { Value = AfterDate(AuthorNames.WithoutNoise(mark.Value)) };
            var shape = BylineShape.Of(new LineReader(line.Value, language));
            if (line.Value.Length < mark.Value.Length && shape is not { FirstSegmentWords: <= 4 })
            {
                continue;
            }

            if ((IsByWithOneWord(line.Value) || shape is { Opening: WordUse.Byline or WordUse.BylineLabel, NameWords: > 0 and <= 16 } or { HasSuffix: true } || (shape is { Opening: WordUse.BylineWeak } && BylinePattern.IsByline(line.Value, language))) && _names.Parse(line.Value) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return listed;
    }

    private bool IsAnd(string text) => text.Length < 10 && new LineReader(text, language) is var line && line.MatchOwn(0, WordUse.And) == line.Count;

    private bool IsLabel(string text)
    {
        var line = text.Length < 40 ? new LineReader(text, language) : null;
        var length = line?.MatchOwn(0, WordUse.Byline | WordUse.BylineLabel) ?? 0;
        return length > 0 && Enumerable.Range(length, line!.Count - length).All(i => line[i].Kind == TextTokenKind.Mark || line[i].Folded == "s");
    }

    // "Published March 3, 2021 by Jane Doe": who follows when.
    private string AfterDate(string text)
    {
        if (!text.Any(char.IsDigit))
        {
            return text;
        }

        var line = new LineReader(text, language);
        for (var i = 1; i < line.Count; i++)
        {
            // "2021-08-09 来源：… 作者：王小明"
            if (line.MatchOwn(i, WordUse.BylineLabel) is > 0 and var label && line[i + label].IsMark(':'))
            {
                return text[line[i].Start..];
            }

            if (line.MatchOwn(i, WordUse.Byline) > 0)
            {
                return DateText.IsDateLine(line, 0, i) ? text[line[i].Start..] : text;
            }
        }

        return text;
    }

    // A line that is a full name and stands beside a date or role at the headline; not one that the navigation has too.
    private List<string> BesideDate(PageEvidence evidence, Mark? headline)
    {
        if (headline is null)
        {
            return [];
        }

        var lines = evidence.Lines.Where(l => IsOwn(l.Zone, headline) && l.Order >= headline.Order && l.Value.Length > 0).Take(LinesBeside).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (BeforeRoleOrDate(lines[i].Value) is { } opening)
            {
                return _names.Parse(opening);
            }

            if (i == 0)
            {
                continue;
            }

            var name = lines[i].Value.Trim('•', '·', '|', ' ');
            var isBeside = IsDateOrRole(lines[i - 1].Value) || (i + 1 < lines.Count && IsDateOrRole(lines[i + 1].Value));
            if (isBeside && IsFullName(name) && !evidence.Lines.Any(l => l.Order < headline.Order && l.Value == lines[i].Value))
            {
                return _names.Parse(name);
            }
        }

        return [];
    }

    // "Jane Doe | Senior Writer | July 2, 2025", "Jane Doe, reporter", "Jane Doe July 2, 2025"
    private string? BeforeRoleOrDate(string text)
    {
        if (text.Length > 120)
        {
            return null;
        }

        if (text.IndexOfAny(['|', '•', '·', ',']) is > 3 and var bar && IsFullName(text[..bar]))
        {
            var shape = BylineShape.Of(new LineReader(text, language));
            return shape is { HasRole: true } || (shape is { HasDate: true } && text[bar] != ',') ? text[..bar] : null;
        }

        var line = text.Any(char.IsDigit) ? new LineReader(text, language) : null;
        for (var i = 2; line is not null && i < Math.Min(line.Count, 6); i++)
        {
            if (DateText.Date(line, i) is { Date: not null })
            {
                return IsFullName(text[..line[i].Start]) && DateText.IsDateLine(line, i, line.Count) ? text[..line[i].Start].Trim() : null;
            }
        }

        return null;
    }

    private bool IsDateOrRole(string text) =>
        text.Length < 100 && (DateText.IsDateLine(text, language) || (new LineReader(text, language) is { Count: <= 5 } line && line.MatchOwn(line.Count - 1, WordUse.Role) > 0));

    // Two to four capitalised words, particles between them allowed, of a script that has capitals.
    private bool IsFullName(string text)
    {
        var line = new LineReader(text.Trim('•', '·', '|', ' ', '\n', ','), language);
        var capitals = 0;
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].IsWord && NameText.IsCapitalised(line, i) && char.IsUpper(line.Text[line[i].Start]))
            {
                capitals++;
            }
            else if (!(line[i].IsMark('.') || line[i].IsMark('-') || (line[i].IsWord && NameText.IsParticle(line[i].Folded))))
            {
                return false;
            }
        }

        return capitals is >= 2 and <= 4 && line.MatchOwn(line.Count - 1, WordUse.Role) == 0 && !Enumerable.Range(0, line.Count).Any(i => Buttons.Contains(line[i].Folded));
    }

    private List<string> People(List<string> names) => names.Where(n => !site.Contains(n)).ToList();

    // A declared author that reads as no person's name is an organisation's or account's, and taken as it is.
    private List<string> Declared(IEnumerable<string> values)
    {
        var given = values.Take(50).ToList();
        var names = Union(given);
        return names.Count > 0 ? names : [.. given.Where(AuthorNames.MayBeAccount).Take(5)];
    }

    private List<string> Union(IEnumerable<string> values)
    {
        var names = new List<string>();
        foreach (var name in values.Take(50).SelectMany(_names.Parse))
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static List<string> First(params ReadOnlySpan<List<string>> sources)
    {
        foreach (var source in sources)
        {
            if (source.Count > 0)
            {
                return source;
            }
        }

        return [];
    }

    private static string Flip(string name) => name.Split(',') is [var last, var first] ? $"{first.Trim()} {last.Trim()}" : name;

    private static int Distance(Mark mark, Mark headline) =>
        mark.Order >= headline.Order ? mark.Order - headline.Order : (headline.Order - mark.Order) * 3;

    private static bool IsOwn(PageZone zone, Mark? headline) => (zone & ~(headline?.Zone ?? PageZone.None) & PageZone.Elsewhere) == 0;
}
