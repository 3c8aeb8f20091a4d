using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>
/// Finds the headline among the lines above the body: about ten words, close above the body or first of all, followed
/// by its fields, said again in a breadcrumb or a subtitle, and made of words that the body uses.
/// </summary>
internal sealed class TitleSearch
{
    private const int LongestTitle = 30;

    /// <summary>Longest question, in words, that may be a headline although it reads as prose.</summary>
    private const int LongestQuestion = 22;

    /// <summary>Most words of a menu's line.</summary>
    private const int MenuWords = 2;

    /// <summary>Fewest parts of a menu that stands in one line, and UTF-16 code units of the longest.</summary>
    private const int MenuParts = 3;
    private const int LongestMenuPart = 20;

    /// <summary>Fewest words of a headline and of its standfirst, so that a section's name above a headline is none.</summary>
    private const int StandfirstWords = 6;

    /// <summary>Fewest words of a headline by which a longer form of it is known.</summary>
    private const int RecognisableWords = 5;

    /// <summary>Fewest words of a headline that stands above the fields, and lines within which they follow.</summary>
    private const int HeadlineWords = 4;
    private const int FieldDistance = 3;

    /// <summary>Least share of a headline's words that the body uses, where a site's motto has fewer.</summary>
    private const double HeadlineTopic = 0.25;

    /// <summary>Least share of a first line's words by which it is a headline and no paper's name.</summary>
    private const double MastheadTopic = 0.4;

    /// <summary>Least part of a lower line's share that a headline's is, where a paper's name is less.</summary>
    private const double RatherTopic = 0.6;

    /// <summary>Lines looked at: the first ones of the text and the last ones above the body.</summary>
    private const int FirstLines = 12;
    private const int LastLines = 60;

    /// <summary>Words of the body that a headline's words are looked for in.</summary>
    private const int TopicWords = 2000;

    private readonly IReadOnlyList<OutlineLine> _lines;
    private readonly List<int> _head;
    private readonly HashSet<string> _topic;
    private readonly string _text;
    private readonly Dictionary<string, int> _said;
    private readonly NameLine _names = new();

    private TitleSearch(IReadOnlyList<OutlineLine> lines, ProseRun body)
    {
        _lines = lines;
        _head = [.. Enumerable.Range(0, body.First).Where(i => (i < FirstLines || i >= body.First - LastLines) && lines[i].IsOpen && !lines[i].IsItem)];
        if (body.First < body.Last && lines[body.First] is { IsQuestion: true, Words: <= LongestQuestion })
        {
            _head.Add(body.First);
        }

        var words = lines.Skip(body.First).Take(body.Last - body.First + 1).Where(l => !_head.Contains(l.Block.Index)).SelectMany(l => l.WordList).Take(TopicWords).ToList();
        _topic = [.. words];
        _text = $" {string.Join(' ', words)} ";
        _said = _head.GroupBy(i => string.Join(' ', lines[i].WordList), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>Index of the headline's line; -1 where there is none. It may be the body's first line.</summary>
    public static int Find(IReadOnlyList<OutlineLine> lines, ProseRun body) => new TitleSearch(lines, body).Find();

    private int Find()
    {
        var marked = _head.FindIndex(i => _lines[i].Block is { Kind: BlockKind.Heading, Level: 1 });
        if (marked >= 0)
        {
            return _head[marked];
        }

        var best = _head.Count > 0 ? _head[^1] : -1;
        var bestScore = double.MinValue;
        for (var place = 0; place < _head.Count; place++)
        {
            if (_lines[_head[place]].Words <= LongestTitle && Score(place) is var score && score > bestScore)
            {
                (best, bestScore) = (_head[place], score);
            }
        }

        return best;
    }

    private double Score(int place)
    {
        var i = _head[place];
        var line = _lines[i];
        var score = Length(line.Words) - Math.Min(6, 0.25 * (_head.Count - place)) + ((line.Words > 1 ? 10 : 4) * Topic(line)) + (i == 0 ? 5 : 0);
        score += _said[string.Join(' ', line.WordList)] > 1 ? 2 : 0;
        score += _head.Any(j => j != i && (IsCopyOf(_lines[j], line) || IsLonger(_lines[j], line))) ? 8 : 0;
        score += _head.Any(j => (j == i || _lines[j].WordList.SequenceEqual(line.WordList)) && IsOverStandfirst(j)) ? 8 : 0;
        score -= IsQuoted(line) ? 10 : 0;
        score -= IsUnderFields(place) ? 5 : 0;
        score -= IsMasthead(place) ? 6 : 0;
        score -= MailHead.IsField(line.Block.Text) && (HasAddress(i - 1) || HasAddress(i + 1)) ? 12 : 0;
        score -= HasSentences(line) ? 8 : 0;
        score -= place > 0 && _names.IsMatch(line.Block.Text) ? 5 : 0;
        score -= DateText.TryParse(line.Block.Text, language: null, out _) ? 6 : 0;
        score -= _head.Any(j => j != i && IsCopyOf(line, _lines[j])) || _head.Take(place).Any(j => _lines[j].WordList.SequenceEqual(line.WordList)) ? 20 : 0;
        score += Enumerable.Range(i + 1, Math.Min(3, _lines.Count - i - 1)).Any(j => !_lines[j].IsOpen) ? 4 : 0;
        score -= i > 0 && IsMenu(i - 1) && IsMenu(i + 1) && (IsMenu(i - 2) || IsMenu(i + 2) || line.Words <= MenuWords) ? 6 : 0;
        score -= line.EndsOpen ? 4 : line.IsProse && !line.IsQuestion ? 3 : 0;
        score -= IsPath(line.Block.Text) ? 8 : IsMenuLine(line.Block.Text) || BareToken.IsMatch(line.Block.Text) ? 20 : 0;
        return score;
    }

    private static double Length(int words) => words switch
    {
        <= 1 => -3,
        2 => 0,
        <= 4 => 3,
        <= 16 => 6,
        <= 22 => 4,
        _ => 1,
    };

    /// <summary>Share of the line's longer words that the body uses, 0–1.</summary>
    private double Topic(OutlineLine line)
    {
        var words = line.WordList.Where(w => w.Length > 3 || w[0] >= '\u0590').Distinct().ToList();
        return words.Count == 0 ? 0 : (double)words.Count(_topic.Contains) / words.Count;
    }

    /// <summary>Whether two long lines stand right above the fields: the first is the headline, the second its standfirst.</summary>
    private bool IsOverStandfirst(int i) =>
        i + 2 < _lines.Count && _lines[i].Words >= StandfirstWords && _lines[i + 1] is { IsOpen: true, Words: >= StandfirstWords } && !_lines[i + 2].IsOpen;

    /// <summary>Whether the body says the line word for word, as it says what a pull quote or a caption repeats.</summary>
    private bool IsQuoted(OutlineLine line) =>
        line.WordList.Count >= RecognisableWords && _text.Contains($" {string.Join(' ', line.WordList)} ", StringComparison.Ordinal);

    /// <summary>Whether byline or date stand right above the line and a headline above them: what follows them is a caption or a standfirst.</summary>
    private bool IsUnderFields(int place)
    {
        var i = _head[place];
        var least = Math.Max(HeadlineTopic, Topic(_lines[i]) * RatherTopic);
        return Enumerable.Range(Math.Max(0, i - FieldDistance), Math.Min(i, FieldDistance)).Any(f => _lines[f].IsField && _head.Take(place).Any(j => j < f && _lines[j].Words >= HeadlineWords && Topic(_lines[j]) >= least));
    }

    /// <summary>Whether a paper's name and the date head the text, for a headline further down has far more of the body's words.</summary>
    private bool IsMasthead(int place) =>
        place == 0 && _head[0] + 1 < _lines.Count && _lines[_head[0] + 1].Known == Labelling.Label.Date && Topic(_lines[_head[0]]) is < MastheadTopic and var own
        && _head.Skip(1).Any(i => _lines[i].Words >= HeadlineWords && Topic(_lines[i]) is var topic && topic >= HeadlineTopic && topic >= own * 2);

    private bool HasAddress(int i) => i >= 0 && i < _lines.Count && MailHead.IsField(_lines[i].Block.Text) && _lines[i].Block.Text.Contains('@');

    /// <summary>Whether the line is more than one sentence, as no headline is.</summary>
    private static bool HasSentences(OutlineLine line) => line is { IsProse: true, IsQuestion: false } && (line.Block.Text.Contains(". ", StringComparison.Ordinal) || line.Block.Text.Contains("! ", StringComparison.Ordinal));

    private bool IsMenu(int i) => i >= 0 && i < _lines.Count && _lines[i] is { IsOpen: true, Words: <= MenuWords };

    /// <summary>Whether the line is a path through the site: "Home &gt; News &gt; …".</summary>
    private static bool IsPath(string text) =>
        text.Contains(" > ", StringComparison.Ordinal) || text.Contains(" » ", StringComparison.Ordinal) || text.Contains(" › ", StringComparison.Ordinal);

    /// <summary>Whether the line is a menu: "News | Sport | Culture".</summary>
    private static bool IsMenuLine(string text) =>
        text.Split(['|', '·', '•', '｜']) is { Length: >= MenuParts } parts && Array.TrueForAll(parts, p => p.Trim().Length <= LongestMenuPart);

    public static bool IsLonger(OutlineLine line, OutlineLine title) =>
        title.WordList.Count >= RecognisableWords && line.WordList.Count > title.WordList.Count && line.WordList.Take(title.WordList.Count).SequenceEqual(title.WordList);

    public static bool IsCopyOf(OutlineLine line, OutlineLine other) => line.IsCut && CutCopy.Find(line.Block.Text, line.Run, other.Run) >= 0;
}
