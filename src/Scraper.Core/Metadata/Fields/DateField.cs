using System.Buffers;

namespace Scraper.Core.Metadata;

/// <summary>Decides when the article was published and last changed.</summary>
internal sealed class DateField(string? language, DateTimeOffset? now)
{
    // A page may be a day ahead in its own zone.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(26);
    private static readonly DateTimeOffset Oldest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Different dates that elements of one page may be marked with as when the article was published.</summary>
    private const int MostMarked = 2;

    /// <summary>Elements within which a date that is shown as an update's is the article's.</summary>
    private const int NearElements = 60;

    /// <summary>Days that a date may be from another and both be of one article: written on one day and printed on the next.</summary>
    private const int DaysOfOne = 2;

    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "datepublished", "rnews:datepublished", "bt:pubdate", "vr:published_time", "shareaholic:article_published_time", "originalpublicationdate", "published_at", "publish_date", "publish-date", "publishdate",
        "publication_date", "publication-date", "publicationdate", "pubdate", "pub_date", "published-date", "published_date", "published", "displaydate", "article.published", "article_date_original", "article:post_date", "iso-8601-publish-date",
        "citation_online_date", "citation_publication_date", "citation_date", "dcterms.created", "dc.date.created", "dc.date.issued", "dcterms.issued", "dc.created", "dc.issued", "dcterms.date", "dc.date", "dc.date.published", "prism.publicationdate",
        "date_published", "datecreated", "article.created", "creation_date", "created", "sort_date", "ptime", "eprints.date", "video:release_date", "og:release_date", "date", "nitf:issued", "last-published",
        "article:published_date", "article:publish_date", "article:publication_date", "w-published-date", "first_published", "published_time", "publish_time", "publishtime", "pubtime", "publishedat", "publisheddate", "apub:time", "weibo:article:create_at", "creationdatetime", "date.created", "govuk:first-published-at",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "article:modified", "og:updated_time", "og:article:modified_time", "datemodified", "rnews:datemodified", "bt:moddate", "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "lastmodified", "revised", "article.updated", "utime", "updated_at", "date_modified", "modified", "article:modified_date", "w-modified-date", "weibo:article:update_at", "last_updated", "updated_time", "lastupdated", "govuk:public-updated-at",
    ];

    private static readonly string[] PublishedProperties = ["datepublished", "published", "pubdate", "datecreated", "issued", "created"];
    private static readonly SearchValues<string> ModifiedHints = ZoneWords.AnyOf(["updat", "modif", "edited", "revis", "aktualis", "mise-a-jour", "last-"]);

    public (PageDate? Published, PageDate? Modified) Resolve(PageEvidence evidence, ArticleData data, Mark? heading, Uri? url)
    {
        var headline = heading ?? evidence.Headings.Find(h => h.Name == "h1") ?? evidence.Headings.FirstOrDefault();
        var seen = headline is null ? null : HeadlineDate.Find(evidence.Lines, headline.Order, headline.Zone, language);
        if (seen is not null && Plausible(seen.Date) is null)
        {
            seen = null;
        }

        var modified = Modified(evidence, data, headline);
        var published = Declared(evidence, data, headline) is { } declared ? Shown(declared, seen)
            : seen is not null && Timed(seen, evidence, headline) is { } timed ? timed
            : InOrder(seen?.Date ?? ByAddress(Found(evidence, data, headline, url), url), modified, url);
        modified ??= Updated(evidence, headline, published);
        return (published, modified is not null && published is not null && modified.Value.Date < published.Value.Date ? null : modified);
    }

    // "Updated 5 March 2025": what is printed at the headline, where it is later than the publication.
    private PageDate? Updated(PageEvidence evidence, Mark? headline, PageDate? published) =>
        published is not null && headline is not null && HeadlineDate.Update(evidence.Lines, headline.Order, headline.Zone, language) is { } update
        && Plausible(update.Date) is { } date && date.Value.DateTime > published.Value.DateTime ? date : null;

    // "<time datetime=2026-04-05T09:15:00+01:00>05/04/2026</time>": the day that the reader sees, in no doubtful order and with its clock.
    private PageDate? Timed(HeadlineDate seen, PageEvidence evidence, Mark? headline)
    {
        if (Nearest(Unmodified(evidence.Times), headline) is not { } machine)
        {
            return null;
        }

        var isSameDay = machine.Value.Date == seen.Date.Value.Date;
        return PageClock(machine, seen)
            ?? (isSameDay && machine.Precision >= seen.Date.Precision ? machine : null)
            ?? (!isSameDay && seen.IsNumeric && Swapped(seen.Date)?.Value.Date == machine.Value.Date ? machine : null);
    }

    private IEnumerable<Mark> Unmodified(IEnumerable<Mark> marks) => marks.Where(m => !m.Hint.AsSpan().ContainsAny(ModifiedHints) && !IsShownAsUpdate(m));

    // "Updated: <time datetime=…>", "<time datetime=…>Aangepast vrijdag</time>"
    private bool IsShownAsUpdate(Mark mark) => mark.Shown.Length > 0 && DateLabel.IsUpdate(new LineReader(mark.Shown, language), 0, int.MaxValue) == true;

    // What the reader sees wins where it is older: a page's system may have moved or re-imported it. A newer date at
    // the headline is that of a later edition, and a day's difference that of two time zones.
    private static PageDate Shown(PageDate declared, HeadlineDate? seen)
    {
        if (seen is null)
        {
            return declared;
        }

        if (PageClock(declared, seen) is { } local)
        {
            return local;
        }

        var later = (seen.Date.Value.Date - declared.Value.Date).TotalDays;
        return later < -1 && seen is { IsUpdate: false, IsSure: true } ? seen.Date : declared;
    }

    // Data in UTC beside a printed time that is whole hours off: the page's own zone, whose day is the day of publication.
    private static PageDate? PageClock(PageDate declared, HeadlineDate seen)
    {
        if (declared is not { HasZone: true, Precision: not DatePrecision.Day, Value.Offset.Ticks: 0 } || seen.IsUpdate || seen.Date.Precision == DatePrecision.Day)
        {
            return null;
        }

        var utc = declared.Value.DateTime;
        var offset = seen.Date.Value.DateTime.AddSeconds(-seen.Date.Value.Second) - utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMinute));
        return offset.TotalMinutes % 30 == 0 && Math.Abs(offset.TotalHours) <= 14 && (!seen.Date.HasZone || seen.Date.Value.Offset == offset) ? declared with { Value = declared.Value.ToOffset(offset) } : null;
    }

    // 3/4/2021 read in the wrong order contradicts the address, or lies after the last change.
    private PageDate? InOrder(PageDate? found, PageDate? modified, Uri? url)
    {
        if (found is null || Swapped(found) is not { } other)
        {
            return found;
        }

        return FromUrl(url)?.Value.Date == other.Value.Date || (modified is not null && found.Value.Date > modified.Value.Date && other.Value.Date <= modified.Value.Date) ? other : found;
    }

    private static PageDate? Swapped(PageDate date) =>
        date.Value.Day <= 12 && date.Value.Day != date.Value.Month
            ? date with { Value = new DateTimeOffset(date.Value.Year, date.Value.Day, date.Value.Month, date.Value.Hour, date.Value.Minute, date.Value.Second, date.Value.Offset) }
            : null;

    private PageDate? Declared(PageEvidence evidence, ArticleData data, Mark? headline)
    {
        if ((Machine(data.Text("datePublished")) ?? Metas(evidence, ["article:published_time"])) is { } certain)
        {
            return certain;
        }

        // Several are those of teasers, the article's own among them at best.
        var marked = evidence.Properties.Where(p => PublishedProperties.Contains(p.Name) && PageZones.IsOwn(p.Zone, headline)).Select(p => Machine(p.Value)).OfType<PageDate>().Distinct().Take(MostMarked + 1).ToList();
        return (marked.Count <= MostMarked ? marked.FirstOrDefault() : null)
            ?? Metas(evidence, PublishedMetas)
            ?? marked.FirstOrDefault()
            ?? (data.Page is { } page ? Machine(data.Graph.Text(page, "datePublished")) : null);
    }

    private PageDate? Found(PageEvidence evidence, ArticleData data, Mark? headline, Uri? url) =>
        Nearest(Unmodified(evidence.Times), headline)
        ?? Nearest(Unmodified(evidence.Dates), headline)
        ?? FromLines(evidence.Lines, headline)
        ?? Nearest(evidence.Times, headline)
        ?? Nearest(evidence.Dates, headline)
        ?? Machine(data.Text("dateCreated"))
        ?? FromUrl(url);

    // A date from somewhere in the text is that of a sub-heading, a post or another story where the address has a day far from it.
    private PageDate? ByAddress(PageDate? found, Uri? url) =>
        found is { } date && FromUrl(url) is { } day && Days(date, day) > DaysOfOne && (Swapped(date) is not { } other || Days(other, day) > 0) ? day : found;

    private static double Days(PageDate a, PageDate b) => Math.Abs((a.Value.Date - b.Value.Date).TotalDays);

    private PageDate? Modified(PageEvidence evidence, ArticleData data, Mark? headline) =>
        Machine(data.Text("dateModified"))
        ?? Metas(evidence, ModifiedMetas)
        ?? evidence.Properties.Where(p => p.Name is "datemodified" or "modified" && PageZones.IsOwn(p.Zone, null)).Select(p => Visible(p.Value)).FirstOrDefault(d => d is not null)
        ?? evidence.Times.Where(t => PageZones.IsOwn(t.Zone, null) && t.Hint.AsSpan().ContainsAny(ModifiedHints)).Select(t => Visible(t.Value)).FirstOrDefault(d => d is not null)
        ?? (headline is null ? null : evidence.Times.Concat(evidence.Dates).Where(t => Distance(t, headline) < NearElements && PageZones.IsOwn(t.Zone, headline) && IsShownAsUpdate(t)).Select(t => Machine(t.Value)).FirstOrDefault(d => d is not null))
        ?? (data.Page is { } page ? Machine(data.Graph.Text(page, "dateModified")) : null);

    private PageDate? Metas(PageEvidence evidence, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (evidence.Metas.TryGetValue(name, out var values) && values.Distinct().Take(MostMarked + 1).Count() <= MostMarked && values.Select(Machine).FirstOrDefault(d => d is not null) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private PageDate? Nearest(IEnumerable<Mark> marks, Mark? headline)
    {
        var own = marks.Where(m => m.Value.Length < 200 && PageZones.MayDate(m.Zone, headline?.Zone ?? PageZone.None));
        var near = headline is null ? own : own.Where(m => Distance(m, headline) < 400).OrderBy(m => Distance(m, headline));
        return near.Select(m => Machine(m.Value)).FirstOrDefault(d => d is not null);
    }

    // Three times as far above the headline as below it.
    private static int Distance(Mark mark, Mark headline) =>
        mark.Order >= headline.Order ? mark.Order - headline.Order : (headline.Order - mark.Order) * 3;

    private PageDate? FromLines(IEnumerable<Mark> lines, Mark? headline) =>
        lines.Where(l => l.Value.Any(char.IsDigit) && PageZones.MayDate(l.Zone, headline?.Zone ?? PageZone.None))
            .Select(l => new LineReader(l.Value, language)).Where(l => DateText.IsDateLine(l) || BylinePattern.IsByline(l))
            .Select(l => Visible(l.Text)).FirstOrDefault(d => d is not null);

    private PageDate? FromUrl(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true })
        {
            return null;
        }

        var parts = Uri.UnescapeDataString(url.AbsolutePath).Split('/', '-', '_', '+', '.', ' ').Where(p => p.Length > 0).ToList();
        for (var i = 0; i + 2 < parts.Count; i++)
        {
            if (parts[i].Length == 4 && parts[i].All(char.IsAsciiDigit) && parts[i + 1].Length is > 0 and < 10 && parts[i + 2].Length is 1 or 2 && Visible($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}") is { } date)
            {
                return date;
            }
        }

        return parts.Where(p => p.Length == 8 && p.All(char.IsAsciiDigit)).Select(Visible).FirstOrDefault(d => d is not null);
    }

    private PageDate? Visible(string text) => DateText.TryParse(text, language, out var date) ? Plausible(date) : null;

    private PageDate? Machine(string? text) => text is null ? null : Plausible(MachineDate.Parse(text, language));

    private PageDate? Plausible(PageDate? date) => Plausible(date, now);

    /// <summary>A date on which an article can have been published, or <see langword="null"/>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="now">The time of reading, or <see langword="null"/>.</param>
    public static PageDate? Plausible(PageDate? date, DateTimeOffset? now) =>
        date is null || date.Value < Oldest || (now is { } today && date.Value > today + Ahead) ? null : date;
}
