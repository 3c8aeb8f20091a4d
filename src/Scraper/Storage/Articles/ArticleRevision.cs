namespace Scraper.Storage;

/// <summary>One text that an article has had.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="Kind">Who changed it.</param>
/// <param name="At">When its page was fetched, or when it was read anew.</param>
/// <param name="ChangeSeq">Its number in the change sequence.</param>
/// <param name="Extractor">Version of the rules and model that read it.</param>
/// <param name="Title">The headline in this revision.</param>
/// <param name="Text">The body in this revision.</param>
/// <param name="Diff">What changed from the revision before, as a unified diff of paragraphs; empty for the first.</param>
public sealed record ArticleRevision(
    int Number, RevisionKind Kind, DateTimeOffset At, long ChangeSeq, string Extractor, string Title, string Text, string Diff);
