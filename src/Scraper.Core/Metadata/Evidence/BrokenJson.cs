using System.Buffers;
using System.Globalization;
using System.Text;

namespace Scraper.Core.Metadata;

/// <summary>
/// Mends JSON as publishers break it, in one pass: raw control characters and quotation marks in strings, escapes JSON lacks, commas
/// left out or twice, values that are missing, a text that ends too early, several values one after the other, marks written as entities.
/// </summary>
internal ref struct BrokenJson
{
    /// <summary>Characters behind a quotation mark that are looked at to tell whether it ends its string.</summary>
    private const int LongestLook = 200;

    /// <summary>Deeper than what is read (<see cref="Decoding.PageJson"/>).</summary>
    private const int Deepest = 80;

    private static readonly SearchValues<char> BehindWord = SearchValues.Create(",:{}[]\"; \t\r\n");

    private readonly ReadOnlySpan<char> _json;
    private readonly StringBuilder _mended;
    private readonly Stack<char> _open = new();
    private Place _place = Place.Value;
    private int _at;

    private BrokenJson(ReadOnlySpan<char> json)
    {
        _json = json;
        _mended = new StringBuilder(json.Length + 16);
    }

    /// <summary>What may come next.</summary>
    private enum Place
    {
        Key,
        Colon,
        Value,
        Comma,
    }

    /// <summary>The values of a text in one array; no more than a try, which a parser may still refuse.</summary>
    /// <param name="json">The text, without what a script wraps it into.</param>
    public static string Mended(ReadOnlySpan<char> json) =>
        new BrokenJson(json.StartsWith("{&quot;") || json.StartsWith("[{&quot;") ? EvidenceText.Decode(json.ToString()) : json).Mend();

    private string Mend()
    {
        _mended.Append('[');
        while (_at < _json.Length && Step())
        {
        }

        _mended.Append(_place == Place.Colon ? ":null" : _place == Place.Value && _open.Count > 0 && _open.Peek() == '{' ? "null" : string.Empty);
        while (_open.Count > 0)
        {
            Close(_open.Peek());
        }

        return _mended.Append(']').ToString();
    }

    // False where the text has no further value.
    private bool Step()
    {
        var c = _json[_at];
        if (_open.Count == 0 && c is not ('{' or '[' or '/' or ',' or ';') && !char.IsWhiteSpace(c))
        {
            return false;
        }

        switch (c)
        {
            case '/':
                SkipComment();
                break;
            case '{' or '[':
                Part();
                _mended.Append(c);
                _open.Push(c);
                _place = c == '{' ? Place.Key : Place.Value;
                _at++;
                return _open.Count <= Deepest;
            case '}' or ']':
                CloseUpTo(c == '}' ? '{' : '[');
                _at++;
                break;
            case ',':
                Comma();
                _at++;
                break;
            case ':':
                _mended.Append(_place == Place.Colon ? ":" : string.Empty);
                _place = _place == Place.Colon ? Place.Value : _place;
                _at++;
                break;
            case '"':
                Part();
                Text();
                break;
            case var _ when char.IsWhiteSpace(c) || c == ';':
                _at++;
                break;
            default:
                Word();
                break;
        }

        return true;
    }

    // Between two values a comma, whether it was written or not.
    private void Part()
    {
        if (_place == Place.Comma)
        {
            _mended.Append(',');
            _place = _open.Count > 0 && _open.Peek() == '{' ? Place.Key : Place.Value;
        }
    }

    private void Comma()
    {
        if (_place == Place.Value && _open.Count > 0 && _open.Peek() == '{')
        {
            _mended.Append("null");
            _place = Place.Comma;
        }
    }

    private void CloseUpTo(char opening)
    {
        while (_open.Count > 0 && _open.Contains(opening))
        {
            var top = _open.Peek();
            _mended.Append(_place == Place.Colon ? ":null" : _place == Place.Value && top == '{' ? "null" : string.Empty);
            Close(top);
            if (top == opening)
            {
                return;
            }
        }
    }

    private void Close(char opening)
    {
        _mended.Append(opening == '{' ? '}' : ']');
        _open.Pop();
        _place = Place.Comma;
    }

    // One that has no end leaves nothing to read.
    private void SkipComment()
    {
        var rest = _json[_at..];
        var (mark, length) = rest.StartsWith("//") ? ("\n", 1) : rest.StartsWith("/*") ? ("*/", 2) : (string.Empty, 1);
        _at = mark.Length == 0 ? _at + length : rest[2..].IndexOf(mark) is >= 0 and var end ? _at + 2 + end + length : _json.Length;
    }

    private void Text()
    {
        var isKey = _place == Place.Key;
        _mended.Append('"');
        for (_at++; _at < _json.Length; _at++)
        {
            var c = _json[_at];
            if (c == '"' && Ends(_at, isKey))
            {
                break;
            }

            if (c == '\\' && _at + 1 < _json.Length)
            {
                var next = _json[++_at];
                _ = "\"\\/bfnrtu".Contains(next, StringComparison.Ordinal) ? _mended.Append('\\').Append(next) : _mended.Append(next < ' ' ? ' ' : next);
            }
            else
            {
                _ = c == '"' ? _mended.Append("\\\"") : c == '\n' ? _mended.Append("\\n") : _mended.Append(c < ' ' || c == '\\' ? ' ' : c);
            }
        }

        _mended.Append('"');
        _at++;
        _place = isKey ? Place.Colon : Place.Comma;
    }

    // A mark ends its string where what must follow a key or a value follows.
    private readonly bool Ends(int quote, bool isKey)
    {
        var next = Behind(quote + 1);
        if (next < 0)
        {
            return true;
        }

        var isInObject = _open.Count > 0 && _open.Peek() == '{';
        return _json[next] switch
        {
            ':' => isKey,
            '}' or ']' or '/' => !isKey,
            '"' => !isKey && (!isInObject || IsKey(next)),
            ',' when isKey => false,
            ',' when isInObject => Behind(next + 1) is var after && (after < 0 || _json[after] is '}' or '/' or ',' || IsKey(after)),
            ',' => Behind(next + 1) is var after && (after < 0 || _json[after] is '"' or '{' or '[' or ']' or '/'),
            _ => false,
        };
    }

    private readonly bool IsKey(int quote)
    {
        if (_json[quote] != '"')
        {
            return false;
        }

        var key = _json[(quote + 1)..Math.Min(_json.Length, quote + LongestLook)];
        var end = key.IndexOf('"');
        return end < 0 ? quote + LongestLook >= _json.Length : Behind(quote + end + 2) is var colon && (colon < 0 || _json[colon] == ':');
    }

    /// <summary>Where the next character stands that is no white space; -1 where none does near by.</summary>
    private readonly int Behind(int from)
    {
        for (var i = from; i < Math.Min(_json.Length, from + LongestLook); i++)
        {
            if (!char.IsWhiteSpace(_json[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // A number, true, false, null; anything else says nothing.
    private void Word()
    {
        var rest = _json[_at..];
        var length = rest.IndexOfAny(BehindWord) is > 0 and var end ? end : rest.Length;
        var word = rest[..length];
        _at += length;
        if (_place == Place.Value)
        {
            var isValue = word is "true" or "false" or "null" || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            _mended.Append(isValue ? word : "null");
            _place = Place.Comma;
        }
    }
}
