using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// For every block of a plain text the prose that begins there: how many paragraphs in a row, how long they are and what ends them.
/// Labelled lines and short sentences between paragraphs do not part them; an open fragment and the heading of a section do.
/// </summary>
internal sealed class ProseAhead
{
    private readonly int[] _prose;
    private readonly bool[] _isSentence;
    private readonly int[] _paragraphs;
    private readonly int[] _words;
    private readonly int[] _ends;
    private readonly Marker?[] _starts;

    /// <summary>Measures every block once.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="starts">For each block the marker of the section it opens, or <see langword="null"/>.</param>
    public ProseAhead(LabelSheet sheet, Marker?[] starts)
    {
        var count = starts.Length;
        _starts = starts;
        (_prose, _isSentence) = (new int[count], new bool[count]);
        (_paragraphs, _words, _ends) = (new int[count + 1], new int[count + 1], new int[count + 1]);
        _ends[count] = count;
        for (var i = count - 1; i >= 0; i--)
        {
            var block = sheet.Document.Blocks[i];
            var isOpen = sheet.IsOpen(i);
            var words = isOpen ? Measure(sheet, block) : 0;
            _prose[i] = isOpen && Sentences.IsProse(block.Text, words) ? words : 0;
            _isSentence[i] = _prose[i] > 0 || (words > 1 && Sentences.IsStated(block.Text));
            var goesOn = starts[i] is null && (!isOpen || _isSentence[i]);
            _paragraphs[i] = goesOn ? _paragraphs[i + 1] + (_prose[i] > 0 ? 1 : 0) : 0;
            _words[i] = goesOn ? _words[i + 1] + _prose[i] : 0;
            _ends[i] = goesOn ? _ends[i + 1] : i;
        }
    }

    /// <summary>Words of a block if it is open prose, else 0.</summary>
    public int Of(int block) => _prose[block];

    /// <summary>Whether a block is prose or a short sentence.</summary>
    public bool IsSentence(int block) => _isSentence[block];

    /// <summary>Paragraphs in a row from a block on.</summary>
    public int Paragraphs(int block) => _paragraphs[block];

    /// <summary>Their words.</summary>
    public int Words(int block) => _words[block];

    /// <summary>The fragment or heading that ends them, or the number of blocks.</summary>
    public int End(int block) => _ends[block];

    /// <summary>Whether nothing but the next section or the page's end comes after them.</summary>
    public bool IsLast(int block) => _ends[block] == _starts.Length || _starts[_ends[block]] is not null;

    private static int Measure(LabelSheet sheet, Block block)
    {
        sheet.Words.Clear();
        return sheet.WordsWithoutColons(block).Length;
    }
}
