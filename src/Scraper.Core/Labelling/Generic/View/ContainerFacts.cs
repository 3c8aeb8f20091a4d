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

    /// <summary>Goes on to an element that lies below the one these facts are of; its tokens are told, if so asked.</summary>
    public void Enter(HtmlElement element, ElementOdds odds, bool isTold = false)
    {
        Flags |= ElementFlagging.Of(element);
        (Odds, OddsMin, OddsMax) = Rate(odds.Of(element, isTold));
        PathMin = Math.Min(PathMin, OddsMin);
        PathMax = Math.Max(PathMax, OddsMax);
        if (Odds != 0)
        {
            PathSum += Odds;
            PathCount++;
            Nearest = Odds;
        }

        if (Shop != 0)
        {
            ShopSum += Shop;
            ShopNearest = Shop;
        }
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
