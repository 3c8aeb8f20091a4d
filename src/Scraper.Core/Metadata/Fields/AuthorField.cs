using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>Decides who wrote the article.</summary>
internal sealed class AuthorField
{
    private const int NearElements = 400;
    private const int CloseElements = 60;

    /// <summary>Elements that the card of one of several writers takes.</summary>
    private const int CardElements = 12;

    /// <summary>Accounts shorter than this may be another name's letters by chance.</summary>
    private const int ShortestAccount = 6;

    // "Fotograf", "Photographer", "Fotografía", "Фото": who took the pictures did not write.
    private static readonly string[] Photographers = ["foto", "photo", "фото"];

    private readonly SiteNames _site;
    private readonly AuthorNames _names;
    private readonly PersonName _person;
    private readonly DeclaredAuthors _declared;
    private readonly PrintedAuthors _printed;
    private readonly string? _title;

    /// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
    /// <param name="site">The site's own names.</param>
    /// <param name="title">The page's <c>title</c>, which may end with another.</param>
    public AuthorField(string? language, SiteNames site, string? title)
    {
        _site = site;
        _title = title;
        _names = new AuthorNames(language);
        _person = new PersonName(language);
        _declared = new DeclaredAuthors(language, _names, site);
        _printed = new PrintedAuthors(language, _names, _person);
    }

    /// <summary>The authors, and whether they are no more than the site itself or an organisation that it declares.</summary>
    public (IReadOnlyList<string> Names, bool AreOutlets) Resolve(PageEvidence evidence, ArticleData data, Mark? heading)
    {
        var organizations = DeclaredAuthors.Organizations(data);
        var names = Writers.Among(Resolve(evidence, data, organizations, heading ?? evidence.Headings.Find(h => h.Name == "h1")), _person)
            .ConvertAll(n => n.Contains(' ') || n.Length < ShortestAccount ? n : Spelled(n, evidence, data));
        return (names, names.TrueForAll(n => IsSite(n) || organizations.Contains(n)));
    }

    private List<string> Resolve(PageEvidence evidence, ArticleData data, IReadOnlySet<string> organizations, Mark? headline)
    {
        var declared = _declared.FromData(data);
        var metas = _declared.FromMetas(evidence);
        if (People(declared).Count == 0)
        {
            declared = People(metas) is { Count: > 0 } named ? named : declared.Count > 0 ? declared : metas;
        }
        else if (metas.Count > declared.Count && metas.TrueForAll(_person.IsPersonal) && declared.TrueForAll(n => metas.Contains(n, StringComparer.OrdinalIgnoreCase)))
        {
            declared = metas;
        }

        var printed = headline is null ? [] : _printed.FromLines(HeadlineLines.Below(evidence.Lines, headline.Order), headline);
        var isBelow = printed.Count > 0;
        printed = isBelow || headline is null ? printed : _printed.FromLines(HeadlineLines.Above(evidence.Lines, headline.Order), headline);
        if (printed.Count > 0 && Overrules(printed, declared, isBelow))
        {
            return Parted(PeopleOrAll(printed), evidence.Bylines);
        }

        var marked = evidence.Bylines.Where(b => b.Name is "rel" or "class").ToList();
        if (headline is not null && declared.Count > 0 && !People(declared).Exists(n => _person.IsPersonal(n) && !organizations.Contains(n))
            && FromMarks(marked.Concat(evidence.Bylines.Where(b => b.Name == "href")).Where(m => Distance(m, headline) < CloseElements), headline, n => _person.IsPersonal(n) && IsPerson(n, mayBeOneWord: true)) is { Count: > 0 } close)
        {
            return close;
        }

        if (People(declared) is { Count: > 0 } people)
        {
            return people;
        }

        var properties = evidence.Properties.Where(p => p.Name is "author" or "creator" && PageZones.IsOwn(p.Zone, headline)).Select(p => p.Value).ToList();
        Func<List<string>>[] sources =
        [
            () => People(_names.Union(properties)),
            () => FromMarks(marked, headline, n => IsPerson(n)),
            () => FromMarks(evidence.Bylines.Where(b => b.Name == "href"), headline, _person.IsFull),
            () => People(_printed.BesideDate(evidence, headline)),
            () => Sole(evidence.Bylines, headline),
            () => _printed.Account(evidence, headline),
            () => declared,
            () => _declared.NamesOrAccounts(properties),
            () => FromMarks(marked, headline, _ => true),
        ];
        return sources.Select(s => s()).FirstOrDefault(s => s.Count > 0) ?? [];
    }

    // A printed "By" goes before an account's name, before the publisher's ("Ediciones La Lluvia" of La Lluvia), before fewer names, and right under the headline before another person's: whoever posted the article did not write it.
    private bool Overrules(List<string> printed, List<string> declared, bool isBelow)
    {
        var people = People(declared);
        if (printed.TrueForAll(p => people.Exists(n => n.Contains(' ') && Opens(p, n))))
        {
            return false;
        }

        if (!people.Exists(n => _person.IsPersonal(n) && !_site.Resembles(n)))
        {
            return !printed.Intersect(declared, StringComparer.OrdinalIgnoreCase).Any();
        }

        var shared = printed.Intersect(people, StringComparer.OrdinalIgnoreCase).Count();
        return isBelow && printed.TrueForAll(_person.IsFull) && (shared == 0 || (shared == people.Count && printed.Count > shared));
    }

    // "janedoe" of whom the page says elsewhere that she is Jane Doe.
    private string Spelled(string account, PageEvidence evidence, ArticleData data) =>
        data.Graph.Nodes.SelectMany(n => data.Graph.Texts(n, "author").Concat(JsonLdGraph.Types(n).Contains("Person") ? data.Graph.Texts(n, "name") : []))
            .Concat(evidence.Bylines.Select(b => b.Value))
            .FirstOrDefault(n => n.Length > account.Length && n.Length < account.Length + 5 && _person.IsFull(n) && WordOverlap.Key(n).Replace(" ", string.Empty, StringComparison.Ordinal).Equals(account, StringComparison.OrdinalIgnoreCase))
        ?? account;

    // "Jane Doe Rural Affairs": a role or an outlet ran into the name.
    private static bool Opens(string printed, string name) =>
        printed.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (printed.Length == name.Length || printed[name.Length] == ' ');

    // "headline_channel_site": in scripts without capitals a site's name looks like a person's.
    private bool EndsTitle(string name) =>
        _title is not null && char.GetUnicodeCategory(name[0]) == UnicodeCategory.OtherLetter && _title.Length > name.Length + 1 && _title.EndsWith(name, StringComparison.Ordinal) && !char.IsLetterOrDigit(_title[^(name.Length + 1)]);

    private bool IsSite(string name) => (_site.Contains(name) && !(_site.IsOwner(name) && _person.IsPersonal(name))) || EndsTitle(name);

    private bool IsPerson(string name, bool mayBeOneWord = false) => !IsSite(name) && (mayBeOneWord || name.Contains(' '));

    private List<string> FromMarks(IEnumerable<Mark> marks, Mark? headline, Func<string, bool> isName)
    {
        var own = marks.Where(m => PageZones.IsOwn(m.Zone, headline));
        var near = headline is null ? own : own.Where(m => Distance(m, headline) < NearElements).OrderBy(m => Distance(m, headline));
        var kept = near.ToList();
        foreach (var mark in kept)
        {
            var names = Listed(mark.Value) ?? Parted(PeopleOrAll(_names.Parse(mark.Value)), kept);
            if (names.Exists(isName.Invoke) && names.TrueForAll(a => isName(a) || PersonName.IsAcronym(a)))
            {
                return names.Count == 1 ? WithNext(names[0], mark, kept) : names;
            }
        }

        return [];
    }

    // A card for each writer: elements with the same classes, one right after the other.
    private List<string> WithNext(string first, Mark mark, List<Mark> marks)
    {
        var all = new List<string> { first };
        var card = marks.Where(m => m.Order >= mark.Order && m.Order - mark.Order <= CardElements && m.Name == "class" && Only(m) == first).MaxBy(m => m.Order);
        foreach (var next in card is null ? [] : marks.Where(m => m.Order > card.Order && m.Name == card.Name && m.Hint == card.Hint).OrderBy(m => m.Order).ToList())
        {
            if (next.Order - card!.Order > CardElements || Only(next) is not { } name || !_person.IsFull(name) || IsSite(name))
            {
                break;
            }

            card = next;
            if (Photographers.Any(p => next.Value.Contains(p, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (!all.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                all.Add(name);
            }
        }

        return all;
    }

    private string? Only(Mark mark) => _names.Parse(mark.Value) is [var only] ? only : null;

    // Names whose elements stand side by side in one line run into one, or a button runs into the name.
    private List<string> Parted(List<string> names, List<Mark> marks)
    {
        if (names is not [var run])
        {
            return names;
        }

        var parts = marks.Where(m => m.Value.Length < run.Length && run.Contains(m.Value, StringComparison.OrdinalIgnoreCase) && _person.IsFull(m.Value)).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();
        return parts.Count > 1 && string.Equals(string.Join(' ', parts), run, StringComparison.OrdinalIgnoreCase) ? _names.Union(parts)
            : parts is [var only] && run.StartsWith(only + " ", StringComparison.OrdinalIgnoreCase) ? [only]
            : names;
    }

    // A full name on each line of a list.
    private List<string>? Listed(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 and < 10 } lines && Array.TrueForAll(lines, _person.IsFull) ? _names.Union(lines) : null;

    // The one name that the page's marks give, however far from the headline.
    private List<string> Sole(List<Mark> marks, Mark? headline) =>
        marks.Where(m => PageZones.IsOwn(m.Zone, headline)).SelectMany(m => _names.Parse(m.Value)).Where(n => _person.IsFull(n) && !_site.Contains(n)).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList() is [var only] ? [only] : [];

    // Beside others the site is none of them, whichever of its names it goes by: "Jane Doe, The X Blog".
    private List<string> People(List<string> names)
    {
        var people = names.Where(n => !IsSite(n)).ToList();
        return people.Count > 1 && people.Where(n => !_site.Resembles(n)).ToList() is { Count: > 0 } others ? others : people;
    }

    private List<string> PeopleOrAll(List<string> names) => People(names) is { Count: > 0 } people ? people : names;

    private static int Distance(Mark mark, Mark headline) =>
        mark.Order >= headline.Order ? mark.Order - headline.Order : (headline.Order - mark.Order) * 3;
}
