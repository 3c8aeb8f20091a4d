namespace Scraper.Core.Labelling;

/// <summary>Sums of scores over blocks of one kind.</summary>
internal sealed class ScoreGroups : IDisposable
{
    private readonly WordMap _places = new(64);
    private readonly List<(double Mass, double Words)> _sums = new(64);

    /// <summary>Adds a block to a kind.</summary>
    /// <returns>The place of the kind's sum.</returns>
    public int Add(uint kind, double mass, double words)
    {
        var place = _places[kind];
        if (place < 0)
        {
            _places[kind] = place = _sums.Count;
            _sums.Add(default);
        }

        var sum = _sums[place];
        _sums[place] = (sum.Mass + mass, sum.Words + words);
        return place;
    }

    /// <summary>The mean score of a kind's words.</summary>
    public float Mean(int place) => (float)(_sums[place].Mass / _sums[place].Words);

    public void Dispose() => _places.Dispose();
}
