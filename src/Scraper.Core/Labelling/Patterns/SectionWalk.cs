using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Lets each section heading claim the blocks after it: up to the next heading of a section, to the end of the page,
/// or to where prose goes on. A heading that has less prose above it than it would claim stands in a menu ahead of the
/// article and claims nothing.
/// </summary>
internal sealed class SectionWalk
{
    /// <summary>Words of prose above a section by which the article has surely begun.</summary>
    private const int ArticleHasBegun = 150;

    /// <summary>Comments outweigh a short article, so fewer words above them do.</summary>
    private const int CommentsMayBegin = 50;

    /// <summary>Words of prose of a paragraph, or of several in a row, with which an article goes on after teasers.</summary>
    private const int Resumed = 30;

    /// <summary>What closes a page has at most so many words of prose, and at most half as many as the article.</summary>
    private const int LongestEnding = 400;

    private readonly LabelSheet _sheet;
    private readonly Marker?[] _starts;

    /// <summary>Words of each block if it is open prose, else 0.</summary>
    private readonly int[] _prose;

    private SectionWalk(LabelSheet sheet, Marker?[] starts)
    {
        _sheet = sheet;
        _starts = starts;
        _prose = [.. sheet.Document.Blocks.Select(b => Measure(sheet, b) is var words && sheet.IsOpen(b.Index) && Sentences.IsProse(b.Text, words) ? words : 0)];
    }

    /// <summary>Labels what stands under section headings.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="starts">For each block the marker of the section it opens, or <see langword="null"/>.</param>
    public static void Label(LabelSheet sheet, Marker?[] starts) => new SectionWalk(sheet, starts).Walk();

    private static int Measure(LabelSheet sheet, Block block)
    {
        sheet.Words.Clear();
        return sheet.WordsWithoutColons(block).Length;
    }

    private void Walk()
    {
        var claims = Claims();
        var above = 0;
        Marker? section = null;
        for (var i = 0; i < _prose.Length; i++)
        {
            if (_starts[i] is { } start)
            {
                section = IsBelieved(start, above, claims[i]) ? start : start.Kind == MarkerKind.Ending ? section : null;
                if (start == section)
                {
                    _sheet.TryLabel(i, new Verdict(start.Label, start.Reason()));
                }
            }
            else if (section is not null && Resumes(section, i))
            {
                section = null;
            }

            if (section is not null)
            {
                _sheet.TryLabel(i, new Verdict(section.Label, new Reason(ReasonKind.Pattern, $"under {section.Reason().Detail}", 0.9)));
            }
            else
            {
                above += _prose[i];
            }
        }
    }

    /// <summary>For each section start the words of prose up to the next one; for endings and comments to the end of the page.</summary>
    private int[] Claims()
    {
        var claims = new int[_prose.Length];
        int toEnd = 0, toNext = 0;
        for (var i = _prose.Length - 1; i >= 0; i--)
        {
            if (_starts[i] is { } start)
            {
                claims[i] = start.Kind == MarkerKind.Ending ? toEnd : toNext;
                toNext = start.Kind == MarkerKind.Ending ? toNext : 0;
            }

            toEnd += _prose[i];
            toNext += _prose[i];
        }

        return claims;
    }

    private static bool IsBelieved(Marker start, int above, int claim) => start switch
    {
        { Kind: MarkerKind.Ending } => above > 0 && claim <= LongestEnding && claim * 2 <= above,
        { Label: Labelling.Label.Comment } => above >= CommentsMayBegin || (above > 0 && claim <= above),
        { Label: Labelling.Label.Other or Labelling.Label.Navigation } => above > 0 && claim <= above,
        _ => above >= ArticleHasBegun || (above > 0 && claim <= above * 2),
    };

    /// <summary>
    /// Whether the article goes on at a block: enough blocks in a row are prose there, single labelled lines between
    /// them not counted. Teasers alternate with headlines; comments are prose themselves, so after them nothing resumes.
    /// </summary>
    private bool Resumes(Marker section, int at)
    {
        var needed = section switch
        {
            { Kind: MarkerKind.Ending } or { Label: Labelling.Label.Comment } => int.MaxValue,
            { Label: Labelling.Label.Other } => 3,
            { Label: Labelling.Label.Related } => 2,
            _ => 1,
        };
        if (needed == int.MaxValue || _prose[at] == 0)
        {
            return false;
        }

        int run = 0, words = 0;
        for (var i = at; i < _prose.Length && run < needed && (_prose[i] > 0 || (!_sheet.IsOpen(i) && _starts[i] is null)); i++)
        {
            run += _prose[i] > 0 ? 1 : 0;
            words += _prose[i];
        }

        return run >= needed && (needed == 1 || words >= Resumed);
    }
}
