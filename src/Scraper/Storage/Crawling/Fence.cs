namespace Scraper.Storage;

/// <summary>
/// Says in whose turn a flow of calls writes. Every write that the flow makes, however deep below it, is refused by the
/// store in the write's own transaction once the turn is over; a parameter could be forgotten on one of them.
/// </summary>
public sealed class Fence
{
    private readonly AsyncLocal<SiteTurn?> _turn = new();

    /// <summary>The turn that the calling flow writes in; <see langword="null"/> for one that is no visit, which may always write.</summary>
    public SiteTurn? Current => _turn.Value;

    /// <summary>From here on the calling method and all that it calls write in this turn, until the result is disposed.</summary>
    public IDisposable Enter(SiteTurn turn)
    {
        var before = _turn.Value;
        _turn.Value = turn;
        return new Leaving(this, before);
    }

    private sealed class Leaving(Fence fence, SiteTurn? before) : IDisposable
    {
        public void Dispose() => fence._turn.Value = before;
    }
}
