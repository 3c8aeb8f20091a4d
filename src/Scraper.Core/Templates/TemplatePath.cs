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
}
