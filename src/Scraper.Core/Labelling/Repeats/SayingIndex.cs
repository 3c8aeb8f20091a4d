namespace Scraper.Core.Labelling;

/// <summary>Finds which sayings share words with a given one, without comparing all pairs.</summary>
internal sealed class SayingIndex
{
    /// <summary>Blocks that one shingle may stand in before it says nothing ("in the United States").</summary>
    private const int Common = 12;

    /// <summary>Shingles of one block that are looked up; a caption or pull quote is found by its first ones.</summary>
    private const int MostShingles = 400;

    private readonly Dictionary<int, List<Saying>> _byShingle = [];

    public SayingIndex(IEnumerable<Saying> sayings)
    {
        foreach (var saying in sayings)
        {
            foreach (var shingle in saying.Shingles().Take(MostShingles).Distinct())
            {
                if (!_byShingle.TryGetValue(shingle, out var list))
                {
                    _byShingle[shingle] = list = [];
                }

                if (list.Count <= Common)
                {
                    list.Add(saying);
                }
            }
        }
    }

    /// <summary>Other sayings that have at least a third of the saying's shingles, in page order.</summary>
    public IEnumerable<Saying> Like(Saying saying)
    {
        var shared = new Dictionary<Saying, int>();
        var shingles = 0;
        foreach (var shingle in saying.Shingles().Take(MostShingles).Distinct())
        {
            shingles++;
            foreach (var other in _byShingle[shingle])
            {
                if (other != saying)
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                }
            }
        }

        return shared.Where(s => s.Value * 3 >= shingles).Select(s => s.Key).OrderBy(s => s.Block.Index);
    }
}
