namespace Scraper.Core.Fingerprints;

/// <summary>Words before or behind an outlet's name that make it a credit; a <c>...</c> stands for up to six other words of the sentence.</summary>
/// <param name="Words">The folded words, in order.</param>
/// <param name="NameFirst">Whether the name stands before them.</param>
internal sealed record CreditPhrase(IReadOnlyList<string> Words, bool NameFirst)
{
    public const string Gap = "...";
    private const int MaxGap = 6;

    /// <summary>Whether the words end right before a position.</summary>
    public bool IsBefore(IReadOnlyList<CreditWord> text, int position) =>
        !NameFirst && Match(text, position - 1, -1, Words.Count - 1);

    /// <summary>Whether the words begin at a position.</summary>
    public bool IsAfter(IReadOnlyList<CreditWord> text, int position) => NameFirst && Match(text, position, 1, 0);

    /// <summary>Matches word by word in one direction; a gap is tried shortest first, and a phrase has at most two.</summary>
    private bool Match(IReadOnlyList<CreditWord> text, int at, int step, int word)
    {
        for (; word >= 0 && word < Words.Count; word += step, at += step)
        {
            if (Words[word] == Gap)
            {
                for (var skip = 0; skip <= MaxGap && IsInside(text, at + (step * skip), step); skip++)
                {
                    if (Match(text, at + (step * skip), step, word + step))
                    {
                        return true;
                    }
                }

                return false;
            }

            if (!IsInside(text, at, step) || text[at].Folded != Words[word])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a position is in the text and in the same sentence as the one before it.</summary>
    private static bool IsInside(IReadOnlyList<CreditWord> text, int at, int step) =>
        at >= 0 && at < text.Count && (step < 0 ? !text[at].EndsSentence : at == 0 || !text[at - 1].EndsSentence);
}
