namespace Scraper.Reextraction;

/// <summary>What came of reading an archived page again.</summary>
internal enum ReplayOutcome
{
    /// <summary>Read by today's rules and model already.</summary>
    Skipped,

    /// <summary>A reader of the article sees no difference; or a page that was no article and still is none.</summary>
    Same,

    /// <summary>It reads otherwise, and the store would take it.</summary>
    Better,

    /// <summary>It reads otherwise, and worse by the rule that also keeps a bad fetch from replacing a good one.</summary>
    Worse,

    /// <summary>The page of a stored article is no article any more. The article stays in any case.</summary>
    Lost,

    /// <summary>A page that was refused is an article now.</summary>
    New,

    /// <summary>One of the article's pages is not in the archive, and without it text would be lost. The article stays.</summary>
    Incomplete,

    /// <summary>It could not be read.</summary>
    Failed,
}
