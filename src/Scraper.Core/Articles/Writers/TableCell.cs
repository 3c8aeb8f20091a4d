using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text with its links and emphasis; empty where a cell beside or above reaches over it.</param>
/// <param name="IsHeader">Whether it heads others.</param>
internal readonly record struct TableCell(Block Text, bool IsHeader);
