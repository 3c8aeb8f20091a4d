namespace Scraper.Core.Labelling;

/// <summary>
/// Names the bare names at a headline: one with the date or a role under it, handles and a line about the author between them
/// not counted; right under the date or between headline and body, where no other byline stands.
/// </summary>
internal sealed class HeadFields
{
    /// <summary>Lines of the head that are looked at, the last ones above the body.</summary>
    private const int MostLines = 40;

    /// <summary>Fewest words of a headline; without one above it a name is a headline itself, or a section.</summary>
    private const int HeadlineWords = 3;

    /// <summary>Lines between a name and its date.</summary>
    private const int Between = 4;

    /// <summary>Words of the body that have no author's name.</summary>
    private const int TopicWords = 400;

    private readonly NameLine _names = new();
    private readonly LabelSheet _sheet;
    private readonly OutlineLine[] _lines;
    private readonly int _end;
    private bool _hasByline;

    private HeadFields(LabelSheet sheet, OutlineLine[] lines, int end) => (_sheet, _lines, _end) = (sheet, lines, end);

    /// <summary>Labels the names above the body.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="lines">Its lines; those that are labelled are no longer open.</param>
    /// <param name="end">Index of the body's first line.</param>
    public static void Label(LabelSheet sheet, OutlineLine[] lines, int end) => new HeadFields(sheet, lines, end).Label();

    private void Label()
    {
        var first = Math.Max(0, _end - MostLines);
        _hasByline = Enumerable.Range(first, _end - first).Any(i => _names.IsByline(_lines[i]));
        var hasHeadline = first > 0;
        for (var i = first; i < _end; i++)
        {
            if (hasHeadline && _lines[i].IsOpen && _names.IsMatch(_lines[i].Block.Text))
            {
                Inspect(i);
            }

            hasHeadline |= _lines[i] is { IsOpen: true, Words: >= HeadlineWords };
        }
    }

    private void Inspect(int i)
    {
        if (FieldUnder(i) is > 0 and var field)
        {
            for (var j = i; j < field; j++)
            {
                Name(j, "a name above the date");
            }
        }
        else if (!_hasByline && _names.IsBare(_lines[i].Block.Text) && (IsUnderDate(i) || IsAlone(i)))
        {
            Name(i, "a name between headline and body");
        }
    }

    /// <summary>Index behind the role, or of the date, that stands under a name; 0 where another line comes first.</summary>
    private int FieldUnder(int name)
    {
        for (var i = name + 1; i < Math.Min(_end, name + 1 + Between); i++)
        {
            var text = _lines[i].Block.Text;
            if (IsDate(i))
            {
                return i;
            }

            if (_lines[i].IsOpen && i == name + 1 && NameLine.IsRole(text) && !Enumerable.Range(i + 1, Math.Min(Between, _end - i - 1)).Any(IsDate))
            {
                return i + 1;
            }

            if (_lines[i] is { IsOpen: true, Words: > 1 } && !BareToken.IsMatch(text) && !NameLine.IsAbout(_lines[name].Block.Text, text))
            {
                return 0;
            }
        }

        return 0;
    }

    private bool IsUnderDate(int i) => i > 0 && IsDate(i - 1);

    /// <summary>Whether a name stands between a headline and the body, whose words it has none of.</summary>
    private bool IsAlone(int i) =>
        i == _end - 1 && _lines[i - 1] is { IsOpen: true, Words: > HeadlineWords, IsProse: false }
        && !_lines.Skip(_end).SelectMany(l => l.WordList).Take(TopicWords).Any(_lines[i].WordList.Contains);

    private bool IsDate(int i) => _lines[i].Known == Labelling.Label.Date && !ClockLine.IsMatch(_lines[i].Block.Text);

    private void Name(int i, string why)
    {
        var text = _lines[i].Block.Text;
        if (_lines[i].IsOpen && (BareToken.IsMatch(text) || _lines[i].Words > 1 || NameLine.IsRole(text) || _names.IsMatch(text)))
        {
            var label = BareToken.IsMatch(text) ? Labelling.Label.Social : Labelling.Label.Byline;
            _sheet.TryLabel(i, new Verdict(label, new Reason(ReasonKind.Position, why, 0.7)));
            _lines[i] = _lines[i] with { IsOpen = false, Known = label };
            _hasByline = true;
        }
    }
}
