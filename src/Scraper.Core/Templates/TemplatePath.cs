namespace Scraper.Core.Templates;

/// <summary>What stands at a path over the pages known.</summary>
/// <param name="Name">The path for a person, as CSS.</param>
/// <param name="Pages">Pages that have it.</param>
/// <param name="Blocks">Blocks at it, on all pages.</param>
/// <param name="Texts">Different texts at it.</param>
/// <param name="AsText">Blocks at it that were taken for the article.</param>
/// <param name="Length">Mean length of its blocks in UTF-16 code units.</param>
public sealed record TemplatePath(string Name, int Pages, int Blocks, int Texts, int AsText, int Length)
{
    /// <summary>Whether articles stand here: mostly text, and hardly ever the same.</summary>
    public bool HoldsBodies => AsText * 2 >= Blocks && Texts * 2 > Blocks;

    /// <summary>Thousandths of all that was taken for text that stand here.</summary>
    public int OfText { get; init; }

    /// <summary>Blocks that are long enough to be known again.</summary>
    public int Telling { get; init; }

    /// <summary>Those of them whose text another page has, here or anywhere.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Blocks that stand at an edge of their page's text.</summary>
    public int AtEdge { get; init; }

    /// <summary>Those of them that open or close as one on another page does.</summary>
    public int Alike { get; init; }
}
