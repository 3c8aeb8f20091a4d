namespace Scraper.Core.Blocks;

// Preformatted text: every line as the page has it.
internal sealed partial class BlockText
{
    /// <summary>Adds preformatted text as it stands, line ends as line feeds.</summary>
    public bool AddPreformatted(ReadOnlySpan<char> run)
    {
        if (run.IsEmpty)
        {
            return false;
        }

        if (!_any && run.IsWhiteSpace())
        {
            Indent(run);
            return false;
        }

        Reserve(run.Length + 1);
        if (_line && _length > 0 && _buffer[_length - 1] != '\n' && run is not ['\n', ..])
        {
            _buffer[_length++] = '\n';
        }

        (_line, _any) = (false, true);
        Copy(run);
        LinkLength += _links > 0 ? run.Length : 0;
        return true;
    }

    /// <summary>A line of preformatted text begins here, if none has.</summary>
    public void Line() => _line = true;

    /// <summary>White space before the first word: of its lines the last one indents the word.</summary>
    private void Indent(ReadOnlySpan<char> run)
    {
        var end = run.LastIndexOf('\n');
        _length = end < 0 ? _length : 0;
        Reserve(run.Length);
        Copy(run[(end + 1)..]);
    }

    private void Copy(ReadOnlySpan<char> run)
    {
        foreach (var c in run)
        {
            if (c is not ('\r' or '\0'))
            {
                _buffer[_length++] = c == '\u00a0' || (char.IsControl(c) && c is not ('\n' or '\t')) ? ' ' : c;
            }
        }
    }
}
