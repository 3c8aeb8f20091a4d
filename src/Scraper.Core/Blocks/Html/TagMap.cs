using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Blocks;

/// <summary>What a tag's name says: for the names that every page knows it is found once, and is from then on a step into an array.</summary>
/// <param name="say">What a name says.</param>
internal sealed class TagMap<T>(Func<string, T> say)
{
    private readonly T[] _known = Array.ConvertAll(TagNames.Known, tag => say(tag.Text));

    /// <summary>What the name of an element says.</summary>
    public T this[HtmlElement element] => (uint)element.Tag.Index < (uint)_known.Length ? _known[element.Tag.Index] : say(element.Name);
}
