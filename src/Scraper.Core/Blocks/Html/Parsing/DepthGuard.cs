namespace Scraper.Core.Blocks.Parsing;

/// <summary>Leaves out the tags of elements nested too deep, so that their text joins the deepest element allowed: what looks through the open elements stays cheap.</summary>
/// <param name="open">The open elements.</param>
/// <param name="limit">How many may be open.</param>
internal sealed class DepthGuard(OpenElements open, int limit)
{
    /// <summary>Start tags left out that an end tag is compared with.</summary>
    private const int MostCompared = 64;

    private readonly List<TagName> _leftOut = [];

    /// <summary>Whether a tag may be taken.</summary>
    /// <param name="kind">Start or end tag.</param>
    /// <param name="tag">Its name.</param>
    /// <param name="isSelfClosing">Whether it ends itself, where that counts.</param>
    public bool Admits(TokenKind kind, TagName tag, bool isSelfClosing)
    {
        if (open.Count < limit)
        {
            if (_leftOut.Count > 0)
            {
                _leftOut.Clear();
            }

            return true;
        }

        if (kind == TokenKind.StartTag)
        {
            if (open.Top.Is(TagTraits.Foreign) ? isSelfClosing : tag.Is(TagTraits.Void | TagTraits.Raw) || (tag.Is(TagTraits.Flat) && open.Count < limit * 2))
            {
                return true;
            }

            _leftOut.Add(tag);
            return false;
        }

        for (var i = _leftOut.Count - 1; i >= Math.Max(0, _leftOut.Count - MostCompared); i--)
        {
            if (ReferenceEquals(_leftOut[i], tag))
            {
                _leftOut.RemoveRange(i, _leftOut.Count - i);
                return false;
            }
        }

        return true;
    }
}
