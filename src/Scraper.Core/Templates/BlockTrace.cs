namespace Scraper.Core.Templates;

/// <summary>What is kept of a block that was seen.</summary>
/// <param name="Path">Its structural path as a number.</param>
/// <param name="Text">Its text as a number.</param>
/// <param name="Length">UTF-16 code units of its text.</param>
/// <param name="IsText">Whether it was taken for the article, whatever the template itself said.</param>
public readonly record struct BlockTrace(ulong Path, ulong Text, int Length, bool IsText)
{
    /// <summary>Path and text as one number.</summary>
    internal ulong Key => Join(Path, Text);

    /// <summary>Two numbers as one.</summary>
    internal static ulong Join(ulong path, ulong what) => unchecked((path * 11400714819323198485) ^ what);
}
