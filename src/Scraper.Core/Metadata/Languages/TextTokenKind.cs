namespace Scraper.Core.Metadata;

/// <summary>The kinds of <see cref="TextToken"/>.</summary>
internal enum TextTokenKind
{
    Word,
    Number,
    Mark,
}
