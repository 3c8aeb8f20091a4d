using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace Scraper.Tests.GeneratedSites;

/// <summary>
/// Made-up newspaper prose in one language, put together from the sentences and phrases of <c>Prose/*.txt</c>. It reads like
/// prose to a labeller (sentences, quotations, numbers, stop words) and says nothing. The same random numbers give the same text.
/// </summary>
internal sealed class Prose
{
    private static readonly ConcurrentDictionary<string, Prose> Known = new(StringComparer.Ordinal);

    private readonly string[] _sentences;
    private readonly FrozenDictionary<string, string[]> _phrases;

    private Prose(IEnumerable<string> lines)
    {
        var told = lines.Where(l => l.Length > 0 && l[0] != '#').ToList();
        _sentences = [.. told.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..])];
        _phrases = told.Where(l => !l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l.Split(": ", 2)).ToFrozenDictionary(l => l[0], l => l[1].Split(" | "));
    }

    /// <summary>The prose of a language.</summary>
    public static Prose Of(string language) => Known.GetOrAdd(language, code =>
    {
        using var stream = typeof(Prose).Assembly.GetManifestResourceStream($"Prose.{code}.txt") ?? throw new InvalidOperationException($"no prose in {code}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Prose(reader.ReadToEnd().Split('\n'));
    });

    /// <summary>A sentence with its full stop.</summary>
    public string Sentence(Random random)
    {
        var text = new StringBuilder();
        var sentence = Any(random, _sentences);
        for (var at = 0; at < sentence.Length; at++)
        {
            if (sentence[at] == '{')
            {
                var end = sentence.IndexOf('}', at);
                text.Append(Phrase(random, sentence[(at + 1)..end]));
                at = end;
            }
            else
            {
                text.Append(sentence[at]);
            }
        }

        for (var i = 0; i < text.Length; i++)
        {
            // The first letter of the sentence and of each quotation.
            if (char.IsLetter(text[i]))
            {
                text[i] = char.ToUpperInvariant(text[i]);
                break;
            }
        }

        return text.ToString();
    }

    /// <summary>A few sentences; mostly two to four, now and then one.</summary>
    public string Paragraph(Random random) => string.Join(' ', Enumerable.Range(0, random.NextDouble() < 0.12 ? 1 : random.Next(2, 5)).Select(_ => Sentence(random)));

    /// <summary>A headline without a full stop.</summary>
    public string Headline(Random random)
    {
        string sentence;
        do
        {
            sentence = Sentence(random);
        }
        while (sentence.Length < 40 || sentence.IndexOfAny(['"', '„', '«']) >= 0);

        var words = sentence.TrimEnd('.').Split(' ');
        return string.Join(' ', words.Take(random.Next(6, 12))).TrimEnd(',', ';', ':', '—');
    }

    /// <summary>One of a slot's phrases.</summary>
    public string Phrase(Random random, string slot) => Any(random, _phrases[slot]);

    /// <summary>The names of people.</summary>
    public IReadOnlyList<string> Names => _phrases["name"];

    private static string Any(Random random, string[] of) => of[random.Next(of.Length)];
}
