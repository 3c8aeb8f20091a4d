using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Scraper.Core.Blocks;

/// <summary>
/// Leaves out the tags of elements nested too deep, so that their text joins the deepest element allowed: AngleSharp's
/// time grows with the square of the depth.
/// </summary>
internal sealed class DepthGuard(int limit)
{
    /// <summary>Elements that never nest by being left open: void ones, and those that the next of their kind closes.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat =
        ("area base br col embed hr img input link meta param source track wbr keygen frame " +
         "html head body p li dt dd option optgroup tr td th tbody thead tfoot caption colgroup rb rt rtc rp a button nobr form " +
         "script style title textarea select iframe noembed noframes xmp plaintext")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _depth;
    private int _skipped;

    /// <summary>Whether the token may be built into the tree.</summary>
    public bool Admits(ref StructHtmlToken token)
    {
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag) || Flat.Contains(token.Name.Memory.Span))
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
