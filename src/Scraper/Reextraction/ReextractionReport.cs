using Scraper.Storage;

namespace Scraper.Reextraction;

/// <summary>Adds up what comes of each page. Bounded: two numbers a page, and the few worst articles. Safe for concurrent use.</summary>
internal sealed class ReextractionReport
{
    private const int WorstKept = 10;

    private readonly Lock _lock = new();
    private readonly int[] _outcomes = new int[Enum.GetValues<ReplayOutcome>().Length];
    private readonly int[] _saved = new int[Enum.GetValues<SaveOutcome>().Length];
    private readonly Dictionary<string, List<(int, int)>> _lengths = new(StringComparer.Ordinal);
    private readonly PriorityQueue<PageReplay, double> _worst = new();
    private readonly Dictionary<(string From, string To, bool HasRule), int> _moves = [];

    /// <summary>Pages so far.</summary>
    public int Pages { get; private set; }

    /// <summary>The articles that lost most of their body, worst first.</summary>
    public IReadOnlyList<PageReplay> Worst
    {
        get
        {
            lock (_lock)
            {
                return [.. _worst.UnorderedItems.OrderByDescending(w => w.Priority).ThenBy(w => w.Element.Page.Id).Select(w => w.Element)];
            }
        }
    }

    /// <summary>Each site's cost, by name.</summary>
    public IReadOnlyList<SiteCost> Costs
    {
        get
        {
            lock (_lock)
            {
                return [.. _lengths.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => SiteCost.Of(l.Key, l.Value))];
            }
        }
    }

    /// <summary>Articles whose site is another now, most first.</summary>
    public IReadOnlyList<SiteMove> Moves
    {
        get
        {
            lock (_lock)
            {
                return [.. _moves.Select(m => new SiteMove(m.Key.From, m.Key.To, m.Key.HasRule, m.Value)).OrderByDescending(m => m.Articles).ThenBy(m => m.From, StringComparer.Ordinal).ThenBy(m => m.To, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Pages that ended in a way.</summary>
    public int Count(ReplayOutcome outcome) => Volatile.Read(ref _outcomes[(int)outcome]);

    /// <summary>Writes that ended in a way.</summary>
    public int Count(SaveOutcome outcome) => Volatile.Read(ref _saved[(int)outcome]);

    /// <summary>Adds a page.</summary>
    public void Add(PageReplay replay)
    {
        lock (_lock)
        {
            Pages++;
            _outcomes[(int)replay.Outcome]++;
            if (replay.Page.IsCurrent && replay.Outcome is not (ReplayOutcome.Failed or ReplayOutcome.Incomplete))
            {
                if (!_lengths.TryGetValue(replay.Page.Site, out var lengths))
                {
                    _lengths.Add(replay.Page.Site, lengths = []);
                }

                lengths.Add((replay.LengthBefore, replay.LengthAfter));
            }

            if (replay is { Outcome: ReplayOutcome.Same or ReplayOutcome.Better, Before: { } before, Journey: { } journey } && before.Site != journey.Site)
            {
                var move = (before.Site, journey.Site, journey.Rule is not null);
                _moves[move] = _moves.GetValueOrDefault(move) + 1;
            }

            if (replay.Outcome is ReplayOutcome.Better or ReplayOutcome.Worse or ReplayOutcome.Lost)
            {
                // Without its bytes: these wait to the end.
                var kept = replay with { Page = replay.Page with { Page = replay.Page.Page with { Body = default, Parts = [] } }, Journey = replay.Journey! with { Page = null, Parts = [] } };
                _worst.Enqueue(kept, replay.Loss);
                if (_worst.Count > WorstKept)
                {
                    _worst.Dequeue();
                }
            }
        }
    }

    /// <summary>Adds a write.</summary>
    public void Add(SaveOutcome saved)
    {
        lock (_lock)
        {
            _saved[(int)saved]++;
        }
    }
}
