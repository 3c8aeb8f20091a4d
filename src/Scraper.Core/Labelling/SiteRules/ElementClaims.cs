using Scraper.Core.Blocks;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>All claims on one page's elements and text nodes, and what they come to for a block.</summary>
internal sealed class ElementClaims
{
    /// <summary>Claimed elements that are looked at for what they are inside of; a sane rule claims some hundred.</summary>
    private const int MostInside = 2_000;

    private readonly Dictionary<HtmlElement, List<ElementClaim>> _byElement = [];
    private readonly Dictionary<(HtmlElement Element, string Text), ElementClaim> _byText = [];

    /// <summary>Notes what a selector says of the elements and text nodes it hit; the first word on the same thing counts.</summary>
    public void Add(IEnumerable<SelectorHit> hits, ElementClaim claim)
    {
        foreach (var hit in hits)
        {
            if (hit.Element is not { } element)
            {
                continue;
            }

            if (hit.IsTextNode)
            {
                _byText.TryAdd((element, hit.Value()), claim);
            }
            else if (hit.IsElement || claim.Kind == ElementClaimKind.Field)
            {
                if (!_byElement.TryGetValue(element, out var claims))
                {
                    _byElement[element] = claims = [];
                }

                if (!claims.Exists(c => c.Kind == claim.Kind))
                {
                    claims.Add(claim);
                }
            }
        }
    }

    /// <summary>
    /// Gives the claims on fields and strips whose element lies inside a block, and makes up at least half of it, to
    /// that block: the name in <c>&lt;p&gt;By &lt;a&gt;…</c> makes the paragraph the byline.
    /// </summary>
    public Dictionary<Block, ElementClaim> Inside(BlockDocument document)
    {
        var found = new Dictionary<Block, ElementClaim>();
        var blocks = document.Blocks.Where(b => b.Element is not null).ToLookup(b => b.Element!);
        foreach (var (element, claims) in _byElement.Take(MostInside))
        {
            if (blocks.Contains(element) || claims.Exists(c => c.Kind == ElementClaimKind.Keep) || claims.Find(c => c.Kind is ElementClaimKind.Field or ElementClaimKind.Strip) is not { } claim)
            {
                continue;
            }

            var holder = element.Parent;
            while (holder is not null && !blocks.Contains(holder))
            {
                holder = holder.Parent;
            }

            if (holder is null || ElementText.Of(element) is not { Length: > 0 } text)
            {
                continue;
            }

            foreach (var block in blocks[holder])
            {
                if (text.Length * 2 >= block.Text.Length && block.Text.Contains(text, StringComparison.Ordinal))
                {
                    found.TryAdd(block, claim);
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>What the claims on a block's element and those around it come to.</summary>
    public BlockClaim Of(Block block)
    {
        var result = new BlockClaim();
        if (block.Element is null)
        {
            return result;
        }

        if (_byText.Count > 0 && _byText.TryGetValue((block.Element, ElementText.Fold(block.Text)), out var onText))
        {
            result.Note(onText, 0);
        }

        var distance = 1;
        for (var element = block.Element; element is not null; element = element.Parent, distance++)
        {
            if (_byElement.TryGetValue(element, out var claims))
            {
                foreach (var claim in claims)
                {
                    result.Note(claim, distance);
                }
            }
        }

        return result;
    }
}
