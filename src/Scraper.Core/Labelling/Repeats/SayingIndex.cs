using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>Finds which sayings share words with a given one, without comparing all pairs.</summary>
internal sealed class SayingIndex
{
    /// <summary>Blocks that one shingle may stand in before it says nothing ("in the United States").</summary>
    private const int Common = 12;

    /// <summary>Shingles of one block that are looked up; a caption or pull quote is found by its first ones.</summary>
    private const int MostShingles = 400;

    /// <summary>Stands for a shingle that the saying has had before.</summary>
    private const int Again = -1;

    private readonly IReadOnlyList<Saying> _sayings;

    /// <summary>For each saying where its shingles start in <see cref="_shingles"/>.</summary>
    private readonly int[] _starts;

    /// <summary>The numbers of each saying's shingles.</summary>
    private readonly List<int> _shingles = [];

    /// <summary>For each shingle how many sayings are kept, the last kept one in <see cref="_chains"/>, and the last that has it.</summary>
    private readonly List<(int Count, int Chain, int Seen)> _known = [];
    private readonly List<(int Saying, int Before)> _chains = [];
    private readonly int[] _shared;

    /// <summary>For each saying how many shingles it has that no other has.</summary>
    private readonly int[] _alone;
    private readonly List<int> _met = [];
    private readonly List<Saying> _like = [];

    public SayingIndex(IReadOnlyList<Saying> sayings)
    {
        _sayings = sayings;
        _shared = new int[sayings.Count];
        _starts = new int[sayings.Count + 1];
        _alone = new int[sayings.Count];
        using var shared = Shared(sayings);
        var numbers = new Dictionary<ulong, int>();
        for (var i = 0; i < sayings.Count; i++)
        {
            var words = sayings[i].Words;
            var count = Math.Min(sayings[i].Shingles, MostShingles);
            for (var k = 0; k < count; k++)
            {
                var shingle = Saying.Shingle(words, k);
                if (!shared.MayBeShared(shingle))
                {
                    _alone[i]++;
                    continue;
                }

                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, shingle, out var known);
                if (!known)
                {
                    number = _known.Count;
                    _known.Add((0, -1, -1));
                }

                Add(number, i);
            }

            _starts[i + 1] = _shingles.Count;
        }
    }

    /// <summary>Other sayings that have at least a third of the saying's shingles, in page order; good until the next call.</summary>
    /// <param name="saying">The saying's index.</param>
    public IReadOnlyList<Saying> Like(int saying)
    {
        _like.Clear();
        var different = _alone[saying];
        foreach (var number in CollectionsMarshal.AsSpan(_shingles)[_starts[saying].._starts[saying + 1]])
        {
            if (number != Again)
            {
                different++;
                Meet(saying, number);
            }
        }

        _met.Sort();
        foreach (var other in _met)
        {
            if (_shared[other] * 3 >= different)
            {
                _like.Add(_sayings[other]);
            }

            _shared[other] = 0;
        }

        _met.Clear();
        return _like;
    }

    private static SharedShingles Shared(IReadOnlyList<Saying> sayings)
    {
        var shared = new SharedShingles(sayings.Sum(s => Math.Min(s.Shingles, MostShingles)));
        foreach (var saying in sayings)
        {
            var words = saying.Words;
            var count = Math.Min(saying.Shingles, MostShingles);
            for (var k = 0; k < count; k++)
            {
                shared.Meet(Saying.Shingle(words, k));
            }
        }

        return shared;
    }

    private void Add(int number, int saying)
    {
        ref var shingle = ref CollectionsMarshal.AsSpan(_known)[number];
        if (shingle.Seen == saying)
        {
            _shingles.Add(Again);
            return;
        }

        _shingles.Add(number);
        shingle.Seen = saying;
        if (shingle.Count <= Common)
        {
            _chains.Add((saying, shingle.Chain));
            (shingle.Count, shingle.Chain) = (shingle.Count + 1, _chains.Count - 1);
        }
    }

    private void Meet(int saying, int number)
    {
        for (var at = _known[number].Chain; at >= 0; at = _chains[at].Before)
        {
            var other = _chains[at].Saying;
            if (other != saying && _shared[other]++ == 0)
            {
                _met.Add(other);
            }
        }
    }
}
