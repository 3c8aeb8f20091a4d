using Scraper.Core.Blocks;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Turns the claims, patterns and markers of a layout into verdicts.</summary>
internal sealed class SheetMarking(
    LabelSheet sheet, SiteLayout layout, SelectorPage? page, SelectorRun run, ElementClaims claims, LayoutChoice choice, RuleDoubt? doubt)
{
    private readonly Verdict?[] _certain = new Verdict?[sheet.Document.Blocks.Count];

    /// <summary>
    /// Labels in the order in which they are believed: selected, told by text, cut off, in or outside the body. A
    /// doubted body is left open, and with it what the rule takes out, if that is doubted as well.
    /// </summary>
    /// <returns>Why the body or what the rule takes out was left to the generic labeller; <see langword="null"/> where neither was.</returns>
    public string? Mark()
    {
        var blocks = sheet.Document.Blocks;
        var claimed = blocks.Select(claims.Of).ToArray();
        var inside = claims.Inside(sheet.Document);
        foreach (var block in blocks)
        {
            if (Certain(claimed[block.Index], block, inside) is { } verdict)
            {
                _certain[block.Index] = verdict;
            }
        }

        var patterns = new PatternRun(run);
        foreach (var line in layout.Lines)
        {
            foreach (var block in patterns.All("lines", line.Pattern, Open(blocks)))
            {
                _certain[block.Index] ??= Because(line.Label, line.Pattern.ToString());
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

        var bodyDoubt = choice.HasBody ? doubt?.OfBody(i => _certain[i]?.IsText ?? claimed[i].IsInBody) : null;
        var hasBody = choice.HasBody && bodyDoubt is null;
        var cutsDoubt = hasBody ? null : doubt?.OfCuts(i => _certain[i] is { IsText: false });
        foreach (var block in blocks)
        {
            var verdict = cutsDoubt is not null && _certain[block.Index] is { IsText: false } ? null
                : _certain[block.Index] ?? (hasBody ? InOrOut(claimed[block.Index], block, choice.Body!) : null);
            if (verdict is not null)
            {
                sheet.TryLabel(block.Index, verdict);
            }
        }

        return bodyDoubt ?? cutsDoubt;
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

    private IEnumerable<Block> Open(IEnumerable<Block> blocks) => blocks.Where(b => sheet.IsOpen(b.Index) && _certain[b.Index] is null);

    private void Cut(IEnumerable<Block> blocks, SiteMarker marker)
    {
        foreach (var block in blocks)
        {
            _certain[block.Index] ??= Because(marker.Label, $"cut off by {marker}");
        }
    }
}
