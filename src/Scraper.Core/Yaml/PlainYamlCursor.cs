namespace Scraper.Core.Yaml;

/// <summary>Where <see cref="PlainYaml"/> stands in its file, and the smallest things it reads there.</summary>
internal ref struct PlainYamlCursor
{
    // Signs that begin something else than a text, or may.
    private const string NoTextBegins = "?:,[]{}#&*!|>%@`";

    // YAML 1.2, section 7.4.2, allows 1,024 signs up to the colon.
    private const int LongestKey = 1000;

    private readonly string _text;
    private int _at;
    private int _lineStart;

    public PlainYamlCursor(string text) => (_text, Line) = (text, 1);

    /// <summary>Line from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Column from 1.</summary>
    public readonly int Column => _at - _lineStart + 1;

    public readonly bool IsAtEnd => _at >= _text.Length;

    /// <summary>The sign here; a line feed at the end of the file.</summary>
    public readonly char Current => Sign(0);

    /// <summary>Whether a flow list or mapping begins here.</summary>
    public readonly bool IsFlow => Current is '[' or '{';

    /// <summary>Whether a list's item begins here.</summary>
    public readonly bool IsDash => Current == '-' && Sign(1) is ' ' or '\n';

    /// <summary>Whether nothing but a comment follows on the line.</summary>
    public readonly bool IsAtLineEnd => Current == '\n' || (Current == '#' && (_at == _lineStart || _text[_at - 1] == ' '));

    /// <summary>Whether a text with a colon after it stands here.</summary>
    public readonly bool IsKeyHere
    {
        get
        {
            var probe = this;
            return probe.Text(isKey: true, isFlow: false) is not null && probe.Current == ':' && probe.Sign(1) is ' ' or '\n';
        }
    }

    /// <summary>Whether a file has only signs that stand for themselves: no tabs, no other line ends than line feeds, nothing that is two UTF-16 code units.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' and not '\n' or (>= '\u007F' and < '\u00A0') or '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFE' || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    public void Skip(int signs) => _at += signs;

    public void SkipSpaces()
    {
        while (Current == ' ')
        {
            _at++;
        }
    }

    /// <summary>Steps over a sign, if it stands here.</summary>
    public bool Take(char sign)
    {
        var stands = Current == sign;
        _at += stands ? 1 : 0;
        return stands;
    }

    /// <summary>Goes to the first sign of the next line that has any.</summary>
    /// <returns>Whether there is one.</returns>
    public bool NextLine()
    {
        // The first line is one to go to as well.
        var isHere = _at == 0;
        while (!IsAtEnd)
        {
            if (!isHere)
            {
                EndLine();
            }

            isHere = false;
            SkipSpaces();
            if (!IsAtEnd && !IsAtLineEnd)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes over spaces and line ends between the parts of a flow.</summary>
    /// <returns>Whether what follows belongs to it: it is indented more than the block around it.</returns>
    public bool NextInFlow(int column)
    {
        SkipSpaces();
        while (Current == '\n' && !IsAtEnd)
        {
            EndLine();
            SkipSpaces();
            if (Current != '\n' && Column <= column)
            {
                return false;
            }
        }

        return !IsAtEnd && Current != '#';
    }

    /// <summary>Reads a text that ends on its line.</summary>
    /// <returns><see langword="null"/> where none stands here, or one that is more than plain.</returns>
    public YamlText? Text(bool isKey, bool isFlow)
    {
        var (start, line, column) = (_at, Line, Column);
        if (Current is '"' or '\'')
        {
            return Quoted(Current) is { } value ? new YamlText(value, IsPlain: false, line, column) : null;
        }

        if (!MayBeginText())
        {
            return null;
        }

        for (; Current != '\n'; _at++)
        {
            var next = Sign(1);
            if (Current == ':' && (next is ' ' or '\n' || (isFlow && next is ',' or '[' or ']' or '{' or '}')))
            {
                if (!isKey || next is not (' ' or '\n'))
                {
                    return null;
                }

                break;
            }

            if (Current == '#' && _text[_at - 1] == ' ')
            {
                break;
            }

            if (isFlow && Current is ',' or ']' or '}')
            {
                break;
            }

            if ((isFlow && Current is '[' or '{') || (Current == '*' && _text[_at - 1] == ' '))
            {
                // YamlDotNet reads a key with a star that begins a word in a way of its own.
                return null;
            }
        }

        var length = _text.AsSpan(start, _at - start).TrimEnd(' ').Length;
        return length == 0 || (isKey && length > LongestKey) ? null : new YamlText(_text.Substring(start, length), IsPlain: true, line, column);
    }

    private string? Quoted(char quote)
    {
        var start = ++_at;
        for (; Current != '\n'; _at++)
        {
            if (Current == '\\' && quote == '"')
            {
                return null;
            }

            if (Current == quote && quote == '\'' && Sign(1) == quote)
            {
                _at++;
            }
            else if (Current == quote)
            {
                var value = _text[start.._at++];
                SkipSpaces();
                return quote == '\'' ? value.Replace("''", "'", StringComparison.Ordinal) : value;
            }
        }

        return null;
    }

    /// <summary>Whether no sign or mark of a document's start or end stands here that a text cannot begin with.</summary>
    private readonly bool MayBeginText() => Current switch
    {
        '-' => Sign(1) is not (' ' or '\n' or ',' or ']' or '}' or '-'),
        '.' => Sign(1) != '.',
        var sign => !NoTextBegins.Contains(sign),
    };

    private readonly char Sign(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\n';

    private void EndLine()
    {
        var end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _text.Length : end + 1;
        _lineStart = _at;
        Line++;
    }
}
