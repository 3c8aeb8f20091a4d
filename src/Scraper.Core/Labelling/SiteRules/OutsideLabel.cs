using System.Collections.Frozen;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What a block outside the body is, as far as the elements around it tell.</summary>
internal static class OutsideLabel
{
    private static readonly FrozenDictionary<string, Label> Tags = new Dictionary<string, Label>
    {
        ["nav"] = Label.Navigation,
        ["menu"] = Label.Navigation,
        ["figcaption"] = Label.Caption,
    }.ToFrozenDictionary();

    // Class names and ids are written in English everywhere; a name counts as a word between - _ and spaces.
    private static readonly FrozenDictionary<string, Label> Words = new Dictionary<string, Label>
    {
        ["comment"] = Label.Comment,
        ["comments"] = Label.Comment,
        ["respond"] = Label.Comment,
        ["disqus"] = Label.Comment,
        ["related"] = Label.Related,
        ["recommended"] = Label.Related,
        ["recommendations"] = Label.Related,
        ["latest"] = Label.Related,
        ["popular"] = Label.Related,
        ["trending"] = Label.Related,
        ["teaser"] = Label.Related,
        ["more"] = Label.Related,
        ["share"] = Label.Social,
        ["sharing"] = Label.Social,
        ["social"] = Label.Social,
        ["follow"] = Label.Social,
        ["ad"] = Label.Advert,
        ["ads"] = Label.Advert,
        ["advert"] = Label.Advert,
        ["advertisement"] = Label.Advert,
        ["sponsored"] = Label.Advert,
        ["promo"] = Label.Advert,
        ["newsletter"] = Label.Advert,
        ["subscribe"] = Label.Advert,
        ["cookie"] = Label.Consent,
        ["cookies"] = Label.Consent,
        ["consent"] = Label.Consent,
        ["gdpr"] = Label.Consent,
        ["breadcrumb"] = Label.Breadcrumb,
        ["breadcrumbs"] = Label.Breadcrumb,
        ["menu"] = Label.Navigation,
        ["nav"] = Label.Navigation,
        ["navigation"] = Label.Navigation,
        ["pagination"] = Label.Navigation,
        ["search"] = Label.Navigation,
        ["tags"] = Label.Navigation,
        ["caption"] = Label.Caption,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Label>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The label that the nearest telling element gives; <see cref="Label.Other"/> if none tells.</summary>
    public static Label Of(Block block)
    {
        for (var element = block.Element; element is not null; element = element.Parent)
        {
            if (Tags.TryGetValue(element.Name, out var label) || FindWord(element.Class, out label) || FindWord(element.Id, out label))
            {
                return label;
            }
        }

        return Label.Other;
    }

    private static bool FindWord(string? names, out Label label)
    {
        label = Label.Other;
        if (names is null or { Length: > 1_000 })
        {
            return false;
        }

        var lower = names.ToLowerInvariant().AsSpan();
        foreach (var range in lower.SplitAny(" -_\t\n"))
        {
            if (WordsBySpan.TryGetValue(lower[range], out label))
            {
                return true;
            }
        }

        return false;
    }
}
