using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Blocks;

/// <summary>What is known of an element by its name.</summary>
/// <param name="text">The name as elements carry it.</param>
/// <param name="id">Which of the elements of HTML it is.</param>
/// <param name="traits">What tree construction has to know of it.</param>
/// <param name="index">Its place in the names of its page, those that every page knows before all others.</param>
internal sealed class TagName(string text, TagId id, TagTraits traits, int index)
{
    /// <summary>The name of the document itself, which is no element.</summary>
    public static TagName Document { get; } = new("#document", TagId.Other, TagTraits.None, -1);

    /// <summary>The name as elements carry it.</summary>
    public string Text { get; } = text;

    /// <summary>Which of the elements of HTML it is.</summary>
    public TagId Id { get; } = id;

    /// <summary>What tree construction has to know of it.</summary>
    public TagTraits Traits { get; } = traits;

    /// <summary>Its place in <see cref="TagNames.Known"/> or, after those, among the names that only its page has.</summary>
    public int Index { get; } = index;

    /// <summary>What the block reader does with it.</summary>
    public TagRole Role { get; } = TagRoles.Of(text);

    public bool Is(TagTraits trait) => (Traits & trait) != 0;
}
