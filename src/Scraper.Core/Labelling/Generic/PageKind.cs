namespace Scraper.Core.Labelling;

/// <summary>What a page is for.</summary>
public enum PageKind
{
    /// <summary>One story, post or essay.</summary>
    Article,

    /// <summary>A discussion thread, or questions and answers.</summary>
    Forum,

    /// <summary>One thing for sale.</summary>
    Product,

    /// <summary>A manual, reference or how-to of a product or project.</summary>
    Documentation,

    /// <summary>A list of things: search results, directories, rankings, schedules.</summary>
    Listing,

    /// <summary>A shop's category: many things for sale.</summary>
    Collection,

    /// <summary>What a company or office offers; landing pages.</summary>
    Service,
}
