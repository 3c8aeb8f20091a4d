using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What is known of a container from itself and from what stands above it.</summary>
internal struct ContainerFacts
{
    public ElementFlags Flags;
    public float Odds;
    public float OddsMin;
    public float OddsMax;
    public float PathMin;
    public float PathMax;
    public float PathSum;
    public int PathCount;
    public float Nearest;

    // The same over shop pages.
    public float Shop;
    public float ShopMin;
    public float ShopMax;
    public float ShopSum;
    public float ShopNearest;
    public int Article;
    public int Main;

    /// <summary>Hash of tag and class: the same for cards of one kind.</summary>
    public uint Signature;

    /// <summary>Index of the group of alike siblings it is in.</summary>
    public int Group;

    /// <summary>How many of its group stand before it.</summary>
    public int PlaceInGroup;

    /// <summary>Adds an element that lies below the one these facts are of; its tokens are told, if so asked.</summary>
    public readonly ContainerFacts Below(HtmlElement element, ElementOdds odds, bool isTold = false)
    {
        var below = this;
        below.Flags |= ElementFlagging.Of(element);
        (below.Odds, below.OddsMin, below.OddsMax) = below.Rate(odds.Of(element, isTold));
        below.PathMin = Math.Min(PathMin, below.OddsMin);
        below.PathMax = Math.Max(PathMax, below.OddsMax);
        if (below.Odds != 0)
        {
            below.PathSum += below.Odds;
            below.PathCount++;
            below.Nearest = below.Odds;
        }

        if (below.Shop != 0)
        {
            below.ShopSum += below.Shop;
            below.ShopNearest = below.Shop;
        }

        return below;
    }

    private (float Mean, float Min, float Max) Rate(ReadOnlySpan<TokenOdd> odds)
    {
        float sum = 0, min = 0, max = 0, shop = 0;
        int known = 0, knownShop = 0;
        foreach (var (value, inShop) in odds)
        {
            if (inShop != 0)
            {
                shop += inShop;
                knownShop++;
                ShopMin = Math.Min(ShopMin, inShop);
                ShopMax = Math.Max(ShopMax, inShop);
            }

            if (value != 0)
            {
                sum += value;
                known++;
                min = Math.Min(min, value);
                max = Math.Max(max, value);
            }
        }

        Shop = knownShop == 0 ? 0 : shop / knownShop;
        return (known == 0 ? 0 : sum / known, min, max);
    }
}
