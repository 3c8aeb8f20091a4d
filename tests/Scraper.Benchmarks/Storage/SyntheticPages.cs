using System.Text;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Storage;

namespace Scraper.Benchmarks.Storage;

/// <summary>Articles of made-up words with the frequencies of a language (Zipf); one in thirty reprints half of an earlier one.</summary>
internal sealed class SyntheticPages(int words)
{
    private const int Vocabulary = 60_000;
    private const int Sites = 50;
    private readonly Random _random = new(1);
    private readonly string[] _words = [.. Enumerable.Range(0, Vocabulary).Select(Word)];
    private readonly List<string> _earlier = [];

    public static string Word(int rank) => "q" + Convert.ToString(rank, 8).Replace('0', 'a').Replace('1', 'e').Replace('2', 'i').Replace('3', 'o').Replace('4', 'u').Replace('5', 'n').Replace('6', 'r').Replace('7', 't');

    public ExtractedPage Next(int number)
    {
        var paragraphs = Enumerable.Range(0, 10).Select(_ => Sentence(words / 10)).ToArray();
        if (number % 30 == 29)
        {
            _earlier[_random.Next(_earlier.Count)].Split("\n\n").Take(5).ToArray().CopyTo(paragraphs, 0);
        }

        var text = string.Join("\n\n", paragraphs);
        if (_earlier.Count < 1000)
        {
            _earlier.Add(text);
        }

        var reason = new Reason(ReasonKind.Model, "score 2.31", 0.93);
        var blocks = paragraphs.Select((p, i) => Block(i, p, Label.Body, reason))
            .Concat(Enumerable.Range(0, 20).Select(i => Block(10 + i, Sentence(4), Label.Navigation, reason)));
        var url = $"https://site{number % Sites}.example/{number}";
        return new ExtractedPage
        {
            Extractor = "bench",
            Article = new Article { Url = url, Site = $"site{number % Sites}", Title = Sentence(8), Text = text, Blocks = [.. blocks], Language = "en" },
            Page = new FetchedPage
            {
                Url = url,
                FinalUrl = url,
                Status = 200,
                Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html" },
                Body = Encoding.UTF8.GetBytes($"<html><body>{text}</body></html>"),
                FetchedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number),
            },
        };
    }

    private static LabelledBlock Block(int index, string text, Label label, Reason reason) =>
        new(new Block { Index = index, Kind = BlockKind.Paragraph, Text = text }, new Verdict(label, reason));

    private string Sentence(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => _words[(int)Math.Pow(Vocabulary, _random.NextDouble()) - 1]));
}
