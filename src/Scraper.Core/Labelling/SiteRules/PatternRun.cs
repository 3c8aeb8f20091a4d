using System.Text.RegularExpressions;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Runs a layout's patterns over blocks. One that takes too long is stopped, counted with the reason, and not tried again on the page.</summary>
internal sealed class PatternRun(SelectorRun run)
{
    /// <summary>The block's text is looked at up to here, in UTF-16 code units; no line or marker is longer.</summary>
    public const int LongestText = 4_000;

    /// <summary>The first block that a pattern matches.</summary>
    public Block? First(string key, SitePattern pattern, IEnumerable<Block> blocks) => Matches(key, pattern, blocks, most: 1).FirstOrDefault();

    /// <summary>All blocks that a pattern matches.</summary>
    public IReadOnlyList<Block> All(string key, SitePattern pattern, IEnumerable<Block> blocks) => Matches(key, pattern, blocks, int.MaxValue);

    private List<Block> Matches(string key, SitePattern pattern, IEnumerable<Block> blocks, int most)
    {
        var found = new List<Block>();
        string? problem = null;
        try
        {
            foreach (var block in blocks)
            {
                if (block.Text.Length <= LongestText && run.Patterns.Run(() => pattern.IsMatch(block.Text)))
                {
                    found.Add(block);
                    if (found.Count == most)
                    {
                        break;
                    }
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            problem = run.Patterns.IsSpent
                ? $"stopped: the rule's patterns took too long on this page, {PatternBudget.Limit.TotalSeconds:0} s together; make them simpler"
                : "took too long on a block and was stopped; make it simpler";
        }

        run.Count(new SelectorCount(key, pattern.Where, pattern.Pattern, found.Count, problem));
        return found;
    }
}
