namespace Scraper.Core.Labelling;

/// <summary>Columns Data… and Page…: the same for every block, so that a tree can ask what kind of page it is on.</summary>
internal static class PageFeatures
{
    public static void Write(FeatureTable table, ReadOnlySpan<float> row, ReadOnlySpan<float> kinds)
    {
        for (var c = 0; c < PageRow.Columns; c++)
        {
            table.Fill(Feature.DataHasBody + (short)c, row[c]);
        }

        for (var k = 0; k < kinds.Length; k++)
        {
            table.Fill(Feature.PageKindArticle + (short)k, kinds[k]);
        }
    }
}
