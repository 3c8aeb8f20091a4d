namespace Scraper.Core.Blocks;

/// <summary>An element whose children are being read.</summary>
internal record struct WalkFrame(HtmlElement Element, TagRole Role)
{
    /// <summary>The child to read next.</summary>
    public int Next { get; set; }

    /// <summary>What a block of text in it is.</summary>
    public BlockKind Kind { get; set; }

    /// <summary>Heading level or list depth for a block in it.</summary>
    public byte Level { get; set; }

    /// <summary>Lists around it.</summary>
    public byte ListDepth { get; set; }

    /// <summary>Whether its loose text is one sentence after the other: inline elements run together.</summary>
    public bool IsProse { get; set; }

    /// <summary>Whether it stands in a data table, where elements part cells and not blocks.</summary>
    public bool IsInTable { get; set; }

    /// <summary>Whether it stands in a formula of which there is no TeX.</summary>
    public bool IsFormula { get; set; }

    /// <summary>Whether it opened a link, emphasis or a heading of a table.</summary>
    public bool OpensInline { get; set; }

    /// <summary>Whether it is an embedded post, whose link follows it.</summary>
    public bool IsPost { get; set; }

    /// <summary>Whether it stands in an <c>article</c> or <c>main</c>.</summary>
    public bool IsInArticle { get; set; }

    /// <summary>Site parts (<c>nav</c>, <c>header</c>, <c>footer</c>) around it, itself among them; no more are counted than a byte holds.</summary>
    public byte SiteParts { get; set; }

    /// <summary>Index of its container in the outline.</summary>
    public int Container { get; set; }
}
