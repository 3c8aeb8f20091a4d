using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>
/// The words of a page's blocks, one after the other, as hashes. Each different word has a number, 0 and up, so that what
/// is to be known of it is found once and is from then on a step into an array. It belongs to one page and one thread.
/// </summary>
/// <param name="odds">What is known of tokens.</param>
/// <param name="expected">Words that are expected; there may be more.</param>
internal sealed class PageWords(ITokenOdds odds, int expected) : IDisposable
{
    private const int FewestWords = 30;
    private const int OneIn = 100;
    private readonly WordMap _numberOf = new(1024);
    private readonly List<uint> _different = new(1024);
    private readonly List<int> _numbers = new(expected);
    private TokenOdd[] _odds = [];

    /// <summary>For each different word its place among the stop words, -1 where it is none.</summary>
    private int[] _stopWords = [];

    /// <summary>The hash of each word; whoever appends to them calls <see cref="Number"/>.</summary>
    public List<uint> Hashes { get; } = new(expected);

    /// <summary>How many words there are, equal ones counted each time.</summary>
    public int Count => Hashes.Count;

    /// <summary>
    /// Whether they are of another language than English, of which the model learnt most words: a word that looks like one of those
    /// means something else. Of 1,490 English pages with words enough the one with the fewest "the", "and", "with" … has
    /// 1.5 in a hundred; pages in other languages have up to .5.
    /// </summary>
    public bool IsForeign { get; private set; }

    /// <summary>How many words differ.</summary>
    public int Different => _different.Count;

    /// <summary>Numbers the words that were appended last.</summary>
    public void Number()
    {
        foreach (var hash in CollectionsMarshal.AsSpan(Hashes)[_numbers.Count..])
        {
            var number = _numberOf[hash];
            if (number < 0)
            {
                _numberOf[hash] = number = _different.Count;
                _different.Add(hash);
            }

            _numbers.Add(number);
        }
    }

    /// <summary>Looks all words up, after the last was numbered: among the stop words, which tell the language, and in the model.</summary>
    /// <param name="areUnknown">Takes them for words of a language of which the model knows none, whatever they are.</param>
    /// <returns>What is known of the page's words.</returns>
    public ITokenOdds Rate(bool areUnknown = false)
    {
        var different = CollectionsMarshal.AsSpan(_different);
        _stopWords = new int[different.Length];
        StopWords.Find(different, _stopWords);
        var learnt = 0;
        foreach (var number in CollectionsMarshal.AsSpan(_numbers))
        {
            learnt += StopWords.IsLearnt(_stopWords[number]) ? 1 : 0;
        }

        IsForeign = areUnknown || (Count >= FewestWords && learnt * OneIn < Count);
        var known = areUnknown ? NoOdds.Instance : IsForeign ? new ForeignOdds(odds) : odds;
        _odds = new TokenOdd[different.Length];
        known.Find(different, _odds);
        return known;
    }

    /// <summary>The number of a word; -1 where no block has it.</summary>
    public int Find(uint hash) => _numberOf[hash];

    /// <summary>Hashes of a run of words.</summary>
    public ReadOnlySpan<uint> HashesOf(Range run) => CollectionsMarshal.AsSpan(Hashes)[run];

    /// <summary>Numbers of a run of words.</summary>
    public ReadOnlySpan<int> NumbersOf(Range run) => CollectionsMarshal.AsSpan(_numbers)[run];

    /// <summary>What the model says of a word, by its number.</summary>
    public TokenOdd Odds(int number) => _odds[number];

    /// <summary>How many stop words a run of words has.</summary>
    public int StopsOf(Range run)
    {
        var stops = 0;
        foreach (var number in NumbersOf(run))
        {
            stops += IsStop(number) ? 1 : 0;
        }

        return stops;
    }

    /// <summary>Whether a word is a stop word, by its number.</summary>
    public bool IsStop(int number) => _stopWords[number] >= 0;

    public void Dispose() => _numberOf.Dispose();
}
