using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Blocks in a row that are nothing but links: under an article mostly the headlines of others, however much like text each reads.</summary>
internal static class LinkRuns
{
    /// <summary>Fewest blocks of a run; two links one after the other may be sources.</summary>
    private const int Fewest = 3;

    /// <summary>A link of one word is a key to other pages, or no word at all; it neither makes a run longer nor ends it.</summary>
    private const int FewestWords = 2;

    private const float Mostly = 0.9f;

    /// <summary>Whether a block is nothing but a link or links.</summary>
    public static bool IsLink(FeatureTable table, int block) => table[Feature.TextIsOneLink, block] == 1 || table[Feature.TextLinkDensity, block] >= Mostly;

    /// <summary>For each block whether it stands in a run.</summary>
    public static bool[] Of(PageView view, FeatureTable table)
    {
        var isIn = new bool[view.Count];
        var run = new List<int>();
        for (var block = 0; block < view.Count; block++)
        {
            if (IsLink(table, block))
            {
                if (view.Shapes[block].ReadWords >= FewestWords)
                {
                    run.Add(block);
                }
            }
            else if (view.Blocks[block].Kind != BlockKind.Embed && view.Shapes[block].ReadWords > 0)
            {
                Close();
            }
        }

        Close();
        return isIn;

        void Close()
        {
            foreach (var block in run.Count >= Fewest ? run : [])
            {
                isIn[block] = true;
            }

            run.Clear();
        }
    }
}
