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

    /// <summary>Words of several paragraphs in a row with which an article goes on after teasers.</summary>
    private const int Resumed = 30;

    /// <summary>Words of a paragraph that is no teaser.</summary>
    private const int LongerThanTeasers = 45;

    /// <summary>Most lines of a box so early that the rest of the article is longer than what stands above it.</summary>
    private const int LongestEarlyBox = 8;

    /// <summary>What closes a page has at most so many words of prose, and at most half as many as the article.</summary>
    private const int LongestEnding = 400;

    private readonly LabelSheet _sheet;
    private readonly Marker?[] _starts;
    private readonly ProseAhead _ahead;
    private readonly CommentSigns _signs;

    private SectionWalk(LabelSheet sheet, Marker?[] starts)
    {
        _sheet = sheet;
        _starts = starts;
        _ahead = new ProseAhead(sheet, starts);
        _signs = new CommentSigns(sheet, starts, _ahead);
    }

    /// <summary>Labels what stands under section headings.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="starts">For each block the marker of the section it opens, or <see langword="null"/>.</param>
    public static void Label(LabelSheet sheet, Marker?[] starts) => new SectionWalk(sheet, starts).Walk();

    private void Walk()
    {
        var claims = Claims();
        var (above, opened) = (0, 0);
        Marker? section = null;

        // A paragraph between headlines is a teaser, and then so is the last one.
        var hasTeasers = false;
        for (var i = 0; i < _starts.Length; i++)
        {
            if (_starts[i] is { } start)
            {
                section = IsBelieved(start, i, above, claims[i]) ? start : start.Kind == MarkerKind.Ending ? section : null;
                (hasTeasers, opened) = (false, i);
                if (start == section)
                {
                    _sheet.TryLabel(i, new Verdict(start.Label, start.Reason()));
                }
            }
            else if (section is not null && Resumes(section, i, opened, hasTeasers))
            {
                section = null;
            }

            if (section is not null)
            {
                hasTeasers |= _ahead.Of(i) > 0;
                _sheet.TryLabel(i, new Verdict(section.Label, new Reason(ReasonKind.Pattern, $"under {section.Reason().Detail}", 0.9)));
            }
            else
            {
                above += _ahead.Of(i);
            }
        }
    }

    /// <summary>For each section start the words of prose up to the next one; for endings and comments to the end of the page.</summary>
    private int[] Claims()
    {
        var claims = new int[_starts.Length];
        int toEnd = 0, toNext = 0;
        for (var i = _starts.Length - 1; i >= 0; i--)
        {
            if (_starts[i] is { } start)
            {
                claims[i] = start.Kind == MarkerKind.Ending ? toEnd : toNext;
                toNext = start.Kind == MarkerKind.Ending ? toNext : 0;
            }

            toEnd += _ahead.Of(i);
            toNext += _ahead.Of(i);
        }

        return claims;
    }

    private bool IsBelieved(Marker start, int at, int above, int claim) => start switch
    {
        { Kind: MarkerKind.Ending } => above > 0 && claim <= LongestEnding && claim * 2 <= above,
        { Label: Labelling.Label.Comment } => (above >= CommentsMayBegin || (above > 0 && claim <= above)) && _signs.IsThread(at),
        { Label: Labelling.Label.Other or Labelling.Label.Navigation } => above > 0 && claim <= above,
        _ => above >= ArticleHasBegun || (above > 0 && (claim <= above * 2 || IsEarlyBox(start, at))),
    };

    /// <summary>Whether a few lines, none of them the head of an article, stand between a heading and where prose goes on.</summary>
    private bool IsEarlyBox(Marker start, int at)
    {
        for (var i = at + 1; i < _starts.Length && i <= at + LongestEarlyBox && _starts[i] is null; i++)
        {
            if (Resumes(start, i, at, hasTeasers: false))
            {
                return true;
            }

            if (_sheet[i] is { Label: Labelling.Label.Byline or Labelling.Label.Date })
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the article goes on at a block. Teasers alternate with headlines, so among them it goes on with two paragraphs in a row,
    /// with a long one, or with what is nothing but prose to the end. Comments are prose themselves, so after them nothing resumes.
    /// </summary>
    private bool Resumes(Marker section, int at, int opened, bool hasTeasers) =>
        (section.Label == Labelling.Label.Social && IsSubheading(at)) || (_ahead.IsSentence(at) && section switch
        {
            { Kind: MarkerKind.Ending } or { Label: Labelling.Label.Comment } => false,
            { Label: Labelling.Label.Other } => _ahead.Paragraphs(at) > 2 && _ahead.Words(at) >= Resumed,
            { Label: Labelling.Label.Related } => IsMoreThanTeaser(at) || (!hasTeasers && _ahead.Paragraphs(at) > 0 && (_ahead.IsLast(at) || IsAboveSubheading(at) || IsBehindLink(at, opened))),
            _ => _ahead.Paragraphs(at) > 0,
        });

    /// <summary>Whether a line of several words stands right above prose: of a share bar's buttons all are known.</summary>
    private bool IsSubheading(int at) =>
        at + 1 < _starts.Length && _ahead.Of(at + 1) > 0 && _sheet.IsOpen(at) && _sheet.Document.Blocks[at].Text is var text && text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsLetter);

    private bool IsMoreThanTeaser(int at) => _ahead.Of(at) >= LongerThanTeasers || (_ahead.Paragraphs(at) > 1 && _ahead.Words(at) >= Resumed);

    /// <summary>Whether two paragraphs in a row, however short, stand behind the one or the few links of a section.</summary>
    private bool IsBehindLink(int at, int opened) => at > opened + 1 && _ahead.Paragraphs(at) > 1;

    /// <summary>Whether a paragraph and a line below it are followed by more prose than a teaser's.</summary>
    private bool IsAboveSubheading(int at) => _ahead.End(at) + 1 < _starts.Length && IsMoreThanTeaser(_ahead.End(at) + 1);
}
