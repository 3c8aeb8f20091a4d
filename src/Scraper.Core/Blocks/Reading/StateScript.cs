using System.Globalization;
using System.Text;

namespace Scraper.Core.Blocks;

/// <summary>
/// Finds what a script framework leaves for its first rendering in scripts that are no JSON: objects assigned to a name
/// (<c>window.__PRELOADED_STATE__ = {…}</c>), JSON in a string, strings of HTML, and the rows that Next.js pushes (<c>self.__next_f.push</c>).
/// Each character is looked at a fixed number of times.
/// </summary>
internal sealed class StateScript
{
    /// <summary>A shorter string or object (UTF-16 code units) holds no article.</summary>
    private const int Shortest = 200;

    /// <summary>Objects of one script that are looked at.</summary>
    private const int MostObjects = 64;

    /// <summary>UTF-16 code units of a row's "T", its length in hexadecimal and the comma behind it.</summary>
    private const int LongestLength = 10;

    private const string Push = "__next_f.push";

    private readonly StringBuilder _rows = new();

    /// <summary>JSON, or what may be some.</summary>
    public List<ReadOnlyMemory<char>> Data { get; } = [];

    /// <summary>HTML.</summary>
    public List<string> Markup { get; } = [];

    /// <summary>What the scripts of a page hold.</summary>
    /// <param name="scripts">Their texts.</param>
    public static StateScript Read(IEnumerable<ReadOnlyMemory<char>> scripts)
    {
        var state = new StateScript();
        foreach (var script in scripts)
        {
            state.Read(script);
        }

        state.ReadRows(state._rows.ToString());
        return state;
    }

    /// <summary>Whether a script pushes rows; one of them may be no more than the length of the next.</summary>
    /// <param name="script">The script.</param>
    public static bool IsRow(ReadOnlySpan<char> script) => script.Contains(Push, StringComparison.Ordinal);

    private void Read(ReadOnlyMemory<char> script)
    {
        var span = script.Span;
        var isRow = IsRow(span);
        var objects = 0;
        var last = '\0';
        for (var i = 0; i < span.Length; i++)
        {
            var c = span[i];
            if (c is '"' or '\'' or '`')
            {
                var end = ScriptString.End(span, i);
                if (end < 0)
                {
                    // No string: an apostrophe of a comment or of a pattern. What follows on its line is passed over, so that nothing is read twice.
                    var line = span[i..].IndexOf('\n');
                    if (line < 0)
                    {
                        return;
                    }

                    i += line;
                    continue;
                }

                if (isRow || end - i >= Shortest)
                {
                    Add(ScriptString.Read(span[(i + 1)..end]), isRow);
                }

                i = end;
            }
            else if (c is '{' or '[' && last == '=' && objects++ < MostObjects && ClosingOf(span, i) is var close && close - i >= Shortest)
            {
                Data.Add(script[i..(close + 1)]);
            }

            last = char.IsWhiteSpace(c) ? last : c;
        }
    }

    private void Add(string text, bool isRow)
    {
        if (isRow)
        {
            _rows.Append(text);
        }
        else if (text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            Data.Add(text.AsMemory());
        }
        else if (DataMarkup.IsBlocks(text))
        {
            Markup.Add(text);
        }
    }

    /// <summary>The bracket that closes another, strings passed over.</summary>
    private static int ClosingOf(ReadOnlySpan<char> script, int start)
    {
        var depth = 0;
        for (var i = start; i < script.Length; i++)
        {
            switch (script[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when --depth == 0:
                    return i;
                case '"':
                    i = ScriptString.End(script, i);
                    if (i < 0)
                    {
                        return -1;
                    }

                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>Rows <c>1a:{…}</c> end with their line; <c>1a:T4d2,…</c> is a text of so many bytes.</summary>
    private void ReadRows(string rows)
    {
        for (var i = 0; i < rows.Length;)
        {
            var colon = rows.IndexOf(':', i);
            if (colon < 0)
            {
                return;
            }

            if (LengthAt(rows, colon + 1) is var (from, bytes))
            {
                i = EndOf(rows, from, bytes);
                Add(rows[from..i], isRow: false);
                continue;
            }

            var line = rows.IndexOf('\n', colon) is >= 0 and var end ? end : rows.Length;
            if (line - colon >= Shortest && rows[colon + 1] is '{' or '[')
            {
                Data.Add(rows.AsMemory(colon + 1, line - colon - 1));
            }

            i = line + 1;
        }
    }

    /// <summary>Where a text begins and how many bytes it has, where its length stands at this place.</summary>
    private static (int From, int Bytes)? LengthAt(string rows, int at)
    {
        var head = rows.AsSpan(at, Math.Min(LongestLength, rows.Length - at));
        return head is ['T', ..] && head.IndexOf(',') is > 0 and var comma && int.TryParse(head[1..comma], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes) ? (at + comma + 1, bytes) : null;
    }

    private static int EndOf(string rows, int from, int bytes)
    {
        var i = from;
        while (i < rows.Length && bytes > 0)
        {
            var c = rows[i++];
            bytes -= c < 0x80 ? 1 : c < 0x800 || char.IsSurrogate(c) ? 2 : 3;
        }

        return i;
    }
}
