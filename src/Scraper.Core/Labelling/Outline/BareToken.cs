using System.Buffers;

namespace Scraper.Core.Labelling;

/// <summary>Tells a line that is an address, a handle or a place in a gallery and nothing else, as embedded posts and pictures leave them.</summary>
internal static class BareToken
{
    private const int Longest = 500;

    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>Whether a line is one: "@annlee", "pic.example.com/x1", "mail@paper.example", "1/5".</summary>
    public static bool IsMatch(string text) =>
        text.Length <= Longest && !text.Contains(' ')
        && (text[0] == '@' || text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || IsMail(text) || IsPath(text) || IsPlace(text));

    /// <summary>Whether a line is a counter: "145", "1,204".</summary>
    public static bool IsCount(string text) => char.IsDigit(text[0]) && text.All(c => char.IsDigit(c) || c is '.' or ',' or ' ');

    private static bool IsMail(string text) => text.IndexOf('@') is > 0 and var at && text.IndexOf('.', at) > at + 1;

    // "pic.example.com/x1": a host, small letters throughout, and what is behind its slash.
    private static bool IsPath(string text) =>
        text.IndexOf('/') is > 3 and var slash && text.AsSpan(0, slash) is var host && host.Contains('.') && !host.ContainsAnyExcept(HostLetters) && char.IsLetter(host[0]);

    private static bool IsPlace(string text) => text.IndexOf('/') is > 0 and var slash && slash + 1 < text.Length && text.Length <= 7 && text.Where((_, i) => i != slash).All(char.IsDigit);
}
