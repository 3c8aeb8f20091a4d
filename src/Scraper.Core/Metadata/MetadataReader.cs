using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>Reads what a page says about itself: one walk collects the evidence, then each field is decided by a stated precedence (README.md beside this file).</summary>
public static class MetadataReader
{
    /// <summary>Reads the metadata of a page. Any tree gives a result; fields without evidence stay empty.</summary>
    /// <param name="tree">The parsed page.</param>
    /// <param name="url">The page's absolute address, or <see langword="null"/>: relative addresses are then dropped and no date is read off the URL.</param>
    /// <param name="now">The present moment, to refuse dates that lie ahead; <see langword="null"/> to accept any.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PageMetadata Read(HtmlTree tree, Uri? url, DateTimeOffset? now = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var evidence = EvidenceWalk.Collect(tree, cancellationToken);
        var graph = JsonLdGraph.Read(evidence.JsonLd);
        var relativeTo = tree.BaseAddress(url);
        var canonical = AddressField.Canonical(evidence, relativeTo);
        var data = ArticleData.Choose(graph, TitleField.Headlines(evidence), [.. new[] { canonical, url?.ToString() }.OfType<string>()]);
        var site = SiteNames.Of(evidence, data, url);
        var language = LanguageField.Resolve(tree.Language, evidence, data.Text("inLanguage"));
        var (title, heading) = TitleField.Resolve(evidence, data, site, url);
        var (published, modified) = new DateField(language, now).Resolve(evidence, data, heading, url);
        var (authors, areOutlets) = new AuthorField(language, site, evidence.TitleElement).Resolve(evidence, data, heading);
        return new PageMetadata
        {
            Title = title,
            Description = evidence.Meta("og:description", "description", "twitter:description", "dc.description", "sailthru.description") ?? data.Text("description"),
            Authors = authors,
            HasNoWriter = areOutlets,
            PublishedAt = published,
            ModifiedAt = modified,
            Language = language,
            SiteName = site.Best,
            Section = TopicField.Section(evidence, data),
            Tags = TopicField.Tags(evidence, data),
            LeadPicture = AddressField.LeadPicture(evidence, data, relativeTo),
            CanonicalUrl = canonical,
            IsPaywalled = TopicField.IsPaywalled(evidence, data),
            ArticleBody = data.Text("articleBody"),
            Type = TopicField.Type(evidence, data),
        };
    }
}
