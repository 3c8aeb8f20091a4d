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
    private readonly List<int> _stopWords = new(1024);
    private readonly List<int> _numbers = new(expected);
    private TokenOdd[] _odds = [];
    private int _learntStopWords;

    /// <summary>The hash of each word; whoever appends to them calls <see cref="Number"/>.</summary>
    public List<uint> Hashes { get; } = new(expected);

    /// <summary>How many words there are, equal ones counted each time.</summary>
    public int Count => Hashes.Count;

    /// <summary>
    /// Whether they are of another language than the one that the model learnt words of: a word that looks like one of its
    /// words means something else. Of 1,490 English pages with words enough the one with the fewest "the", "and", "with" … has
    /// 1.5 in a hundred; pages in other languages have up to .5.
    /// </summary>
    public bool IsForeign
    {
        get => field || (Count >= FewestWords && _learntStopWords * OneIn < Count);
        set;
    }

    /// <summary>How many words differ.</summary>
    public int Different => _different.Count;

    /// <summary>Numbers the words that were appended last.</summary>
    /// <returns>How many of them are stop words.</returns>
    public int Number()
    {
        var stops = 0;
        foreach (var hash in CollectionsMarshal.AsSpan(Hashes)[_numbers.Count..])
        {
            var number = _numberOf[hash];
            if (number < 0)
            {
                _numberOf[hash] = number = _different.Count;
                _different.Add(hash);
                _stopWords.Add(StopWords.Place(hash));
            }

            _numbers.Add(number);
            var place = _stopWords[number];
            stops += place >= 0 ? 1 : 0;
            _learntStopWords += StopWords.IsLearnt(place) ? 1 : 0;
        }

        return stops;
    }

    /// <summary>Asks the model about all words, after the last was numbered.</summary>
    public void Rate()
    {
        _odds = new TokenOdd[_different.Count];
        if (!IsForeign)
        {
            odds.Find(CollectionsMarshal.AsSpan(_different), _odds);
        }
    }

    /// <summary>The number of a word; -1 where no block has it.</summary>
    public int Find(uint hash) => _numberOf[hash];

    /// <summary>Hashes of a run of words.</summary>
    public ReadOnlySpan<uint> HashesOf(Range run) => CollectionsMarshal.AsSpan(Hashes)[run];

    /// <summary>Numbers of a run of words.</summary>
    public ReadOnlySpan<int> NumbersOf(Range run) => CollectionsMarshal.AsSpan(_numbers)[run];

    /// <summary>What the model says of a word, by its number; nothing where the words are foreign.</summary>
    public TokenOdd Odds(int number) => _odds[number];

    /// <summary>Whether a word is a stop word, by its number.</summary>
    public bool IsStop(int number) => _stopWords[number] >= 0;

    public void Dispose() => _numberOf.Dispose();
}
