using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Scraper.Core.Blocks;

/// <summary>
/// Leaves out the tags of elements nested too deep, so that their text joins the deepest element allowed: AngleSharp's
/// time grows with the square of the depth.
/// </summary>
internal sealed class DepthGuard(int limit)
{
    private int _depth;
    private int _skipped;

    /// <summary>Whether a token may be built into the tree.</summary>
    /// <param name="token">The token.</param>
    /// <param name="tag">What is known of its name, if it is a tag's.</param>
    public bool Admits(ref StructHtmlToken token, TagName? tag)
    {
        if (tag is { IsFlat: true } || token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag))
        {
            return true;
        }

        if (token.Type == HtmlTokenType.StartTag)
        {
            if (token.IsSelfClosing)
            {
                return true;
            }

            if (_depth < limit)
            {
                _depth++;
                return true;
            }

            _skipped++;
            return false;
        }

        if (_skipped > 0)
        {
            _skipped--;
            return false;
        }

        _depth = Math.Max(0, _depth - 1);
        return true;
    }
}
