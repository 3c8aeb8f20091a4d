namespace Scraper.Core.Blocks.Parsing;

/// <summary>The runs of nothing but white space, two texts in three, of which a page has the same few again and again: each is told by where it stood first.</summary>
/// <param name="arena">Holds the page's characters.</param>
internal sealed class SpaceRuns(TextArena arena)
{
    /// <summary>Different runs that are remembered.</summary>
    public const int Most = 64;

    private readonly TextSlice[] _first = new TextSlice[Most];

    /// <summary>Whether a text is nothing but white space; it is then the run that said the same first, if that is remembered.</summary>
    /// <param name="text">The text, not empty.</param>
    public bool Has(ref TextSlice text)
    {
        var run = arena.Span(text);
        if (!CharacterClass.IsSpace(run[0]) || !CharacterClass.IsSpace(run[^1]))
        {
            return false;
        }

        ref var first = ref _first[(run.Length + (run[0] * 8)) % Most];
        if (first.Length == run.Length && run.SequenceEqual(arena.Span(first)))
        {
            text = first;
            return true;
        }

        foreach (var c in run)
        {
            if (!CharacterClass.IsSpace(c))
            {
                return false;
            }
        }

        first = text;
        return true;
    }
}
