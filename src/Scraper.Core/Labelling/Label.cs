namespace Scraper.Core.Labelling;

/// <summary>What a block is for. The article is the blocks labelled <see cref="Body"/> and <see cref="Heading"/>, in order.</summary>
public enum Label
{
    /// <summary>A paragraph, list item, quote, table or code of the article itself.</summary>
    Body,

    /// <summary>A sub-heading inside the article; part of the text.</summary>
    Heading,

    /// <summary>The article's headline.</summary>
    Title,

    /// <summary>The line under the headline, or a longer form of it.</summary>
    Subtitle,

    /// <summary>A bullet or paragraph that sums the article up ahead of it.</summary>
    Summary,

    /// <summary>Who wrote it, with or without the date.</summary>
    Byline,

    /// <summary>When it was published or changed, on its own.</summary>
    Date,

    /// <summary>Belongs to a picture or video, credits included.</summary>
    Caption,

    /// <summary>A sentence of the body set again as a display quote.</summary>
    PullQuote,

    /// <summary>Other articles: "latest news", "read also", teasers and their headings.</summary>
    Related,

    /// <summary>Menus, pagers, tag lists, search.</summary>
    Navigation,

    /// <summary>Readers' comments and the form for them.</summary>
    Comment,

    /// <summary>"Continues …": the rest is elsewhere.</summary>
    Continuation,

    /// <summary>"Read more at …", "Source: …": where it was taken from.</summary>
    SourceLink,

    /// <summary>Share and follow bars.</summary>
    Social,

    /// <summary>Advertisements, newsletter and subscription boxes, calls to donate or download.</summary>
    Advert,

    /// <summary>Cookie and privacy banners.</summary>
    Consent,

    /// <summary>A label whose value is missing: "BY", "-".</summary>
    EmptyField,

    /// <summary>The path to the page, alone or run into a cut title.</summary>
    Breadcrumb,

    /// <summary>Not the article, and none of the above: legal lines, addresses, author biographies.</summary>
    Other,
}
