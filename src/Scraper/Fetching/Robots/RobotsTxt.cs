using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Scraper.Fetching.Robots;

/// <summary>A robots.txt, parsed (RFC 9309). Where the RFC and Google differ, Google: see README.md in the folder above.</summary>
internal sealed class RobotsTxt
{
    /// <summary>Bytes of a file that are read (RFC 9309, 2.5).</summary>
    public const int MaxBytes = 500 * 1024;

    private static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromDays(1);

    private readonly List<RobotsLine> lines;

    private RobotsTxt(List<RobotsLine> lines) => this.lines = lines;

    /// <summary>URLs of sitemaps it names, as written.</summary>
    public IEnumerable<string> Sitemaps => lines.Where(line => line.Kind == RobotsLineKind.Sitemap).Select(line => line.Value);

    /// <summary>Parses a file; no input is refused, and what stands after 500 KiB is left.</summary>
    public static RobotsTxt Parse(ReadOnlySpan<byte> file) => new(RobotsParser.Parse(file[..Math.Min(file.Length, MaxBytes)]));

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static RobotsTxt Parse(string file) => Parse(Encoding.UTF8.GetBytes(file));

    /// <summary>Parses what <see cref="TextOf"/> gave.</summary>
    public static RobotsTxt FromText(string text) => new(RobotsParser.Parse(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// A file as a text that parses to the same: itself where it is UTF-8; else, as no text has its octets, its lines that mean
    /// something, in whose patterns they are percent-encoded.
    /// </summary>
    public static string TextOf(ReadOnlySpan<byte> file)
    {
        file = file[..Math.Min(file.Length, MaxBytes)];
        return Utf8.IsValid(file) ? Encoding.UTF8.GetString(file) : string.Concat(Parse(file).lines.Select(line => $"{RobotsParser.KeyOf(line.Kind)}: {line.Value}\n"));
    }

    /// <summary>Whether an agent may fetch a URL: the longest pattern wins, allow wins a tie, the agent's own groups replace <c>*</c>.</summary>
    /// <param name="agent">Product token, compared whole and without case.</param>
    /// <param name="url">The URL, percent-encoded as it will be sent.</param>
    public bool IsAllowed(string agent, string url)
    {
        var path = RobotsPath.Of(url);
        var (own, any) = (new LongestMatch(), new LongestMatch());
        var ownGroupSeen = Walk(agent, (line, isOwn) => (isOwn ? own : any).Consider(line, path));
        return ownGroupSeen || own.Decides ? own.Allows : any.Allows;
    }

    /// <summary>The least time between requests that the file asks of an agent; <see langword="null"/> where it asks for none.</summary>
    /// <param name="agent">Product token.</param>
    public TimeSpan? CrawlDelay(string agent)
    {
        TimeSpan? own = null, any = null;
        var ownGroupSeen = Walk(agent, (line, isOwn) =>
        {
            if (line.Kind == RobotsLineKind.CrawlDelay && Seconds(line.Value) is { } delay)
            {
                _ = isOwn ? own = delay : any = delay;
            }
        });
        return ownGroupSeen ? own : any;
    }

    // Visits the rules of the agent's own groups and of the * groups; says whether it has a group of its own.
    private bool Walk(string agent, Action<RobotsLine, bool> visit)
    {
        var (isOwn, isAny, closed, everOwn) = (false, false, false, false);
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case RobotsLineKind.UserAgent:
                    if (closed)
                    {
                        (isOwn, isAny, closed) = (false, false, false);
                    }

                    if (IsEveryone(line.Value))
                    {
                        isAny = true;
                    }
                    else if (Token(line.Value).Equals(agent, StringComparison.OrdinalIgnoreCase))
                    {
                        isOwn = everOwn = true;
                    }

                    break;
                case RobotsLineKind.Sitemap:
                    break;
                default:
                    if (isOwn || isAny)
                    {
                        closed |= line.Kind != RobotsLineKind.CrawlDelay;
                        visit(line, isOwn);
                    }

                    break;
            }
        }

        return everOwn;
    }

    private static bool IsEveryone(string value) => value.Length > 0 && value[0] == '*' && (value.Length == 1 || char.IsWhiteSpace(value[1]));

    private static ReadOnlySpan<char> Token(string value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
        {
            length++;
        }

        return value.AsSpan(0, length);
    }

    private static TimeSpan? Seconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestCrawlDelay.TotalSeconds))
            : null;
}
