using Scraper.Core.Blocks;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Turns the claims, patterns and markers of a layout into verdicts.</summary>
internal sealed class SheetMarking(LabelSheet sheet, SiteLayout layout, SelectorPage? page, SelectorRun run, ElementClaims claims, LayoutChoice choice)
{
    /// <summary>Labels in the order in which they are believed: selected, told by text, cut off, in or outside the body.</summary>
    public void Mark()
    {
        var blocks = sheet.Document.Blocks;
        var claimed = blocks.Select(claims.Of).ToArray();
        var inside = claims.Inside(sheet.Document);
        foreach (var block in blocks)
        {
            if (Certain(claimed[block.Index], block, inside) is { } verdict)
            {
                sheet.TryLabel(block.Index, verdict);
            }
        }

        var patterns = new PatternRun(run);
        foreach (var line in layout.Lines)
        {
            foreach (var block in patterns.All("lines", line.Pattern, Open(blocks)))
            {
                sheet.TryLabel(block.Index, Because(line.Label, line.Pattern.ToString()));
            }
        }

        // A marker's text may also stand in a menu: where the body is known, only the body is looked at.
        Block[] article = choice.HasBody ? [.. blocks.Where(b => claimed[b.Index].IsInBody)] : [.. blocks];
        if (BlockCuts.First(article, layout.CutBefore, "cut_before", page, run, patterns) is { } start)
        {
            Cut(article.Where(b => b.Index < start.After), start.Marker);
            article = [.. article.Where(b => b.Index >= start.After)];
        }

        if (BlockCuts.First(article, layout.CutAfter, "cut_after", page, run, patterns) is { } end)
        {
            Cut(article.Where(b => b.Index >= end.From), end.Marker);
        }

        if (choice.Body is { } body)
        {
            foreach (var block in Open(blocks).ToList())
            {
                sheet.TryLabel(block.Index, InOrOut(claimed[block.Index], block, body));
            }
        }
    }

    private static Verdict? Certain(BlockClaim claim, Block block, Dictionary<Block, ElementClaim> inside)
    {
        var deciding = claim.Deciding();
        if (deciding is null or { Kind: ElementClaimKind.Body } && inside.TryGetValue(block, out var part))
        {
            deciding = part;
        }

        return deciding?.Kind switch
        {
            null or ElementClaimKind.Body => null,
            ElementClaimKind.Keep => Because(claim.BodyLabel(block), $"{deciding.Selector} (keep)"),
            _ => Because(deciding.Label, deciding.Selector.ToString()),
        };
    }

    private static Verdict InOrOut(BlockClaim claim, Block block, Selector body) => claim.IsInBody
        ? Because(claim.BodyLabel(block), $"in the body, {body}", SiteRuleLabeller.InBody)
        : Because(OutsideLabel.Of(block), $"outside the body, {body}", SiteRuleLabeller.InBody);

    private static Verdict Because(Label label, string detail, double confidence = 1) => new(label, new Reason(ReasonKind.SiteRule, detail, confidence));

    private IEnumerable<Block> Open(IEnumerable<Block> blocks) => blocks.Where(b => sheet.IsOpen(b.Index));

    private void Cut(IEnumerable<Block> blocks, SiteMarker marker)
    {
        foreach (var block in blocks)
        {
            sheet.TryLabel(block.Index, Because(marker.Label, $"cut off by {marker}"));
        }
    }
}
