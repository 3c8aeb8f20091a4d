using System.Globalization;
using System.Text;

namespace Scraper.Core.Blocks;

/// <summary>Reads string literals of scripts (ECMA-262, section 12.9.4).</summary>
internal static class ScriptString
{
    /// <summary>Where the literal that begins with a quotation mark ends (at the closing mark), or -1 where it never does.</summary>
    /// <param name="script">The script.</param>
    /// <param name="start">Index of the opening mark.</param>
    public static int End(ReadOnlySpan<char> script, int start)
    {
        var quote = script[start];
        for (var i = start + 1; i < script.Length; i++)
        {
            if (script[i] == '\\')
            {
                i++;
            }
            else if (script[i] == quote)
            {
                return i;
            }
            else if (script[i] == '\n' && quote != '`')
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The text between the marks, its escapes read.</summary>
    /// <param name="literal">What stands between them.</param>
    public static string Read(ReadOnlySpan<char> literal)
    {
        if (!literal.Contains('\\'))
        {
            return literal.ToString();
        }

        var text = new StringBuilder(literal.Length);
        for (var i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\' || i + 1 == literal.Length)
            {
                text.Append(literal[i]);
                continue;
            }

            i++;
            switch (literal[i])
            {
                case 'u' when Code(literal, i + 1, 4) is { } unit:
                    text.Append((char)unit);
                    i += 4;
                    break;
                case 'x' when Code(literal, i + 1, 2) is { } unit:
                    text.Append((char)unit);
                    i += 2;
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 'r':
                    text.Append('\r');
                    break;
                case 't':
                    text.Append('\t');
                    break;
                case 'b' or 'f' or 'v' or '0' or '\n':
                    break;
                default:
                    text.Append(literal[i]);
                    break;
            }
        }

        return text.ToString();
    }

    private static int? Code(ReadOnlySpan<char> literal, int at, int digits) =>
        at + digits <= literal.Length && int.TryParse(literal.Slice(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? unit : null;
}
