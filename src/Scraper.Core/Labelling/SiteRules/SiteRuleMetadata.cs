using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>Puts the fields that a site rule read over the metadata that the page gave.</summary>
public static class SiteRuleMetadata
{
    /// <summary>The metadata with every field that the rule found replaced.</summary>
    /// <param name="metadata">What the page says about itself.</param>
    /// <param name="fields">What the rule read.</param>
    public static PageMetadata With(this PageMetadata metadata, SiteRuleFields fields)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(fields);
        return metadata with
        {
            Title = fields.Title ?? metadata.Title,
            Authors = fields.Authors.Count > 0 ? fields.Authors : metadata.Authors,
            PublishedAt = fields.PublishedAt ?? metadata.PublishedAt,
            ModifiedAt = fields.ModifiedAt ?? metadata.ModifiedAt,
            Section = fields.Section ?? metadata.Section,
            Tags = fields.Tags.Count > 0 ? fields.Tags : metadata.Tags,
        };
    }
}
