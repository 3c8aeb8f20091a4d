using System.Globalization;
using System.Text;

namespace Scraper.Warc;

/// <summary>Status and headers of an HTTP message as it stands in a record.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">Headers by name; several of one name are joined by <c>", "</c>.</param>
/// <param name="Length">Bytes of the head, the empty line included.</param>
internal sealed record HttpHead(int Status, IReadOnlyDictionary<string, string> Headers, int Length)
{
    private const string NoResponse = "its block is no HTTP response";

    /// <summary>Reads it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="limit">The most bytes of it.</param>
    /// <exception cref="InvalidDataException">It is no HTTP response.</exception>
    public static HttpHead Read(ReadOnlySpan<byte> message, int limit)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int? status = null;
        for (var at = 0; at < Math.Min(message.Length, limit);)
        {
            var end = message[at..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            var line = Encoding.Latin1.GetString(message.Slice(at, end)).TrimEnd('\r');
            at += end + 1;
            if (status is null)
            {
                status = StatusOf(line);
            }
            else if (line.Length == 0)
            {
                return new HttpHead(status.Value, headers, at);
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
                headers[name] = headers.TryGetValue(name, out var first) ? $"{first}, {value}" : value;
            }
        }

        throw new InvalidDataException(status is null ? NoResponse : string.Create(CultureInfo.InvariantCulture, $"its HTTP head does not end within {limit} bytes"));
    }

    private static int StatusOf(string line) =>
        line.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)
        && line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..]
        && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : throw new InvalidDataException(NoResponse);
}
