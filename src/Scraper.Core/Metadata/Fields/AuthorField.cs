using System.Text.Json;

namespace Scraper.Core.Metadata;

/// <summary>Decides who wrote the article.</summary>
internal sealed class AuthorField(string? language, SiteNames site)
{
    private const int LinesBeside = 12;
    private const int NearElements = 400;

    private static readonly string[] Metas =
    [
        "author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dcterms.creator", "article.author", "byl", "byline", "authors", "rbauthors", "citation_author", "creator", "article:author", "og:article:author", "og:author", "dc.contributor", "bt:author", "rnews:creator", "shareaholic:article_author_name", "vr:author", "tweetmeme-author", "mrf:authors", "dable:author", "author_name", "article_author", "article:author:name", "twitter:data1",
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

        var printed = headline is null ? [] : FromLines(evidence.Lines, headline);
        if (printed.Count > 0 && !printed.Intersect(declared, StringComparer.OrdinalIgnoreCase).Any())
        {
            return People(printed) is { Count: > 0 } people ? people : printed;
        }

        return First(
            People(declared),
            People(Union(evidence.Properties.Where(p => p.Name is "author" or "creator" && IsOwn(p.Zone, headline)).Select(p => p.Value))),
            FromMarks(evidence.Bylines.Where(b => b.Name is "rel" or "class"), headline, IsPerson),
            FromMarks(evidence.Bylines.Where(b => b.Name == "href"), headline, IsFullName),
            People(BesideDate(evidence, headline)),
            declared,
            Union(evidence.Properties.Where(p => p.Name is "author" or "creator" && IsOwn(p.Zone, headline)).Select(p => p.Value)),
            FromMarks(evidence.Bylines.Where(b => b.Name is "rel" or "class"), headline, _ => true));
    }

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

    private bool IsPerson(string name) => !site.Contains(name) && name.Contains(' ');

    private List<string> FromMarks(IEnumerable<Mark> marks, Mark? headline, Func<string, bool> isName)
    {
        var own = marks.Where(m => IsOwn(m.Zone, headline));
        var near = headline is null ? own : own.Where(m => Distance(m, headline) < NearElements).OrderBy(m => Distance(m, headline));
        return near.Select(m => _names.Parse(m.Value)).FirstOrDefault(n => n.Count > 0 && n.All(isName)) ?? [];
    }

    // The first line at the headline that opens with a "By".
    private List<string> FromLines(List<Mark> lines, Mark headline)
    {
        var below = HeadlineLines.Below(lines, headline.Order);
        var above = HeadlineLines.Above(lines, headline.Order);
        var isLabelled = false;
        foreach (var mark in below.Concat(above).Where(l => l.Value.Length < 200 && IsOwn(l.Zone, headline)))
        {
            // "Written by" on a line of its own.
            if (isLabelled && IsFullName(mark.Value))
            {
                return _names.Parse(mark.Value);
            }

            isLabelled = IsLabel(mark.Value);
            var line = mark with { Value = AfterDate(mark.Value) };
            var shape = BylineShape.Of(new LineReader(line.Value, language));
            if ((IsByWithOneWord(line.Value) || shape is { Opening: WordUse.Byline or WordUse.BylineLabel, NameWords: > 0 and <= 16 } or { HasSuffix: true }) && _names.Parse(line.Value) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

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
            // "Jane Doe | Senior Writer | July 2, 2025"
            if (lines[i].Value.IndexOfAny(['|', '•', '·']) is > 3 and var bar && IsFullName(lines[i].Value[..bar]) && BylineShape.Of(new LineReader(lines[i].Value, language)) is { HasDate: true } or { HasRole: true })
            {
                return _names.Parse(lines[i].Value[..bar]);
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

        return capitals is >= 2 and <= 4 && line.MatchOwn(line.Count - 1, WordUse.Role) == 0;
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
