namespace Scraper.Core.Templates;

/// <summary>How much of a site is remembered. With these the memory of a site stays under 3 MB, and a quarter of that when it is stored.</summary>
public static class TemplateLimits
{
    /// <summary>Pages of a site; when one more comes the page learnt first goes.</summary>
    public const int Pages = 200;

    /// <summary>Blocks of a page; what follows is not learnt.</summary>
    public const int Blocks = 300;

    /// <summary>Lines of a page that lead elsewhere; its edges come on top.</summary>
    public const int Lines = 40;

    /// <summary>Names of paths and excerpts of texts, each.</summary>
    public const int Names = 4_000;

    /// <summary>UTF-16 code units of a name or an excerpt.</summary>
    public const int Name = 100;
}
