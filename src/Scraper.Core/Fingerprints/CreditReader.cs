namespace Scraper.Core.Fingerprints;

/// <summary>Finds the papers and agencies that a text names as where it has its story from: "told the Guardian", "Reuters reported".</summary>
public sealed class CreditReader
{
    private const string Folder = "Scraper.Core.Fingerprints.Credits.";
    private const int MaxWords = 60_000;

    private readonly IReadOnlyList<CreditPhrase> _phrases;
    private readonly Outlets _outlets;

    internal CreditReader(IReadOnlyList<CreditPhrase> phrases, Outlets outlets)
    {
        _phrases = phrases;
        _outlets = outlets;
    }

    /// <summary>The phrases and outlets shipped with the program (format: <c>Credits/README.md</c>).</summary>
    public static CreditReader Shipped { get; } = CreditFile.Read(
        typeof(CreditReader).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n[Folder.Length..], (TextReader)EmbeddedText.Open(n))));

    /// <summary>The credited outlets by their usual names, the most often credited first.</summary>
    /// <param name="text">A clean body.</param>
    public IReadOnlyList<string> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_outlets.MayBeIn(text))
        {
            return [];
        }

        var words = CreditWord.Split(text, MaxWords);
        var found = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            if (_outlets.Match(words, at) is { } outlet
                && _phrases.Any(p => p.IsBefore(words, outlet.Start) || p.IsAfter(words, outlet.End)))
            {
                found.Add(outlet.Name);
                at = outlet.End - 1;
            }
        }

        return [.. found.GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key)];
    }
}
