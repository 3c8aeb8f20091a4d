namespace Scraper.Core.Metadata;

/// <summary>Decides when the article was published and last changed.</summary>
internal sealed class DateField(string? language, DateTimeOffset? now)
{
    // A page may be a day ahead in its own zone.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(26);
    private static readonly DateTimeOffset Oldest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "datepublished", "rnews:datepublished", "bt:pubdate", "vr:published_time", "shareaholic:article_published_time", "originalpublicationdate", "published_at", "publish_date", "publish-date", "publishdate",
        "publication_date", "publication-date", "publicationdate", "pubdate", "pub_date", "published-date", "published_date", "published", "displaydate", "article.published", "article_date_original", "article:post_date", "iso-8601-publish-date",
        "citation_online_date", "citation_publication_date", "citation_date", "dcterms.created", "dc.date.created", "dc.date.issued", "dcterms.issued", "dc.created", "dc.issued", "dcterms.date", "dc.date", "dc.date.published", "prism.publicationdate",
        "date_published", "datecreated", "article.created", "creation_date", "created", "sort_date", "ptime", "eprints.date", "video:release_date", "og:release_date", "date", "nitf:issued", "last-published",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "article:modified", "og:updated_time", "og:article:modified_time", "datemodified", "rnews:datemodified", "bt:moddate", "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "lastmodified", "revised", "article.updated", "utime", "updated_at", "date_modified", "modified",
    ];

    private static readonly string[] PublishedProperties = ["datepublished", "published", "pubdate", "datecreated", "issued", "created"];
    private static readonly string[] ModifiedHints = ["updat", "modif", "edited", "revis", "aktualis", "mise-a-jour", "last-"];

    public (PageDate? Published, PageDate? Modified) Resolve(PageEvidence evidence, ArticleData data, Uri? url)
    {
        var headline = evidence.Headings.Find(h => h.Name == "h1")?.Order;
        var modified = Modified(evidence, data);
        var published = Published(evidence, data, headline, url);
        return (published, modified is not null && published is not null && modified.Value < published.Value && modified.Value.Date < published.Value.Date ? null : modified);
    }

    private PageDate? Published(PageEvidence evidence, ArticleData data, int? headline, Uri? url) =>
        Machine(data.Text("datePublished"))
        ?? Metas(evidence, ["article:published_time"])
        ?? evidence.Properties.Where(p => PublishedProperties.Contains(p.Name) && IsOwn(p.Zone)).Select(p => Visible(p.Value)).FirstOrDefault(d => d is not null)
        ?? Metas(evidence, PublishedMetas)
        ?? FromTimes(evidence, headline)
        ?? FromMarks(evidence.Dates, headline)
        ?? FromLines(evidence.Lines)
        ?? Machine(data.Text("dateCreated"))
        ?? (data.Page is { } page ? Machine(data.Graph.Text(page, "datePublished")) : null)
        ?? FromUrl(url);

    private PageDate? Modified(PageEvidence evidence, ArticleData data) =>
        Machine(data.Text("dateModified"))
        ?? Metas(evidence, ModifiedMetas)
        ?? evidence.Properties.Where(p => p.Name is "datemodified" or "modified" && IsOwn(p.Zone)).Select(p => Visible(p.Value)).FirstOrDefault(d => d is not null)
        ?? evidence.Times.Where(t => IsOwn(t.Zone) && ZoneWords.Has(t.Hint, ModifiedHints)).Select(t => Visible(t.Value)).FirstOrDefault(d => d is not null)
        ?? (data.Page is { } page ? Machine(data.Graph.Text(page, "dateModified")) : null);

    private PageDate? Metas(PageEvidence evidence, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (evidence.Metas.TryGetValue(name, out var values) && values.Select(Machine).FirstOrDefault(d => d is not null) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private PageDate? FromTimes(PageEvidence evidence, int? headline) =>
        Nearest(evidence.Times.Where(t => IsOwn(t.Zone) && !ZoneWords.Has(t.Hint, ModifiedHints)), headline)
        ?? Nearest(evidence.Times.Where(t => (t.Zone & PageZone.Elsewhere & ~PageZone.Related) == 0), headline);

    private PageDate? FromMarks(IEnumerable<Mark> marks, int? headline) =>
        Nearest(marks.Where(m => IsOwn(m.Zone) && m.Value.Length < 200 && !ZoneWords.Has(m.Hint, ModifiedHints)), headline)
        ?? Nearest(marks.Where(m => IsOwn(m.Zone) && m.Value.Length < 200), headline);

    private PageDate? Nearest(IEnumerable<Mark> marks, int? headline)
    {
        var dated = marks.Select(m => (Mark: m, Date: Visible(m.Value))).Where(m => m.Date is not null);
        return headline is { } at
            ? dated.Where(m => Math.Abs(m.Mark.Order - at) < 400).OrderBy(m => m.Mark.Order >= at ? m.Mark.Order - at : (at - m.Mark.Order) * 3).Select(m => m.Date).FirstOrDefault()
            : dated.Select(m => m.Date).FirstOrDefault();
    }

    private PageDate? FromLines(IEnumerable<Mark> lines) =>
        lines.Where(l => IsOwn(l.Zone) && (DateText.IsDateLine(l.Value, language) || BylinePattern.IsByline(l.Value, language)))
            .Select(l => Visible(l.Value)).FirstOrDefault(d => d is not null);

    private PageDate? FromUrl(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true })
        {
            return null;
        }

        var parts = url.AbsolutePath.Split('/', '-', '_').Where(p => p.Length > 0).ToList();
        for (var i = 0; i + 2 < parts.Count; i++)
        {
            if (parts[i].Length == 4 && parts[i].All(char.IsAsciiDigit) && parts[i + 1].Length is 1 or 2 or 3 && parts[i + 2].Length is 1 or 2 && Visible($"{parts[i]}-{parts[i + 1]}-{parts[i + 2]}") is { } date)
            {
                return date;
            }
        }

        return parts.Where(p => p.Length == 8 && p.All(char.IsAsciiDigit)).Select(Visible).FirstOrDefault(d => d is not null);
    }

    private PageDate? Visible(string text) => DateText.TryParse(text, language, out var date) ? Plausible(date) : null;

    private PageDate? Machine(string? text) => text is null ? null : Plausible(MachineDate.Parse(text, language));

    private PageDate? Plausible(PageDate? date) =>
        date is null || date.Value < Oldest || (now is { } today && date.Value > today + Ahead) ? null : date;

    private static bool IsOwn(PageZone zone) => (zone & PageZone.Elsewhere) == 0;
}
