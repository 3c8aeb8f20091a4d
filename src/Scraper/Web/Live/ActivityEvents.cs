using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Scraper.Web.Live;

/// <summary><c>/activity/events</c>: says, as server-sent events (HTML standard, section 9.2), that something has changed; what has, the page tells.</summary>
internal sealed class ActivityEvents(LiveActivity live, IHostApplicationLifetime lifetime) : IDisposable
{
    private const int MostListeners = 32;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _listeners = new(MostListeners);

    public IResult Listen(HttpContext context) =>
        HttpMethods.IsHead(context.Request.Method) ? Results.Bytes([], "text/event-stream") // Nobody listens to an answer without a body.
        : _listeners.Wait(0, context.RequestAborted) ? TypedResults.ServerSentEvents(ChangesAsync(context.RequestAborted))
        : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    public void Dispose() => _listeners.Dispose();

    private async IAsyncEnumerable<SseItem<string>> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            var (seen, quiet) = (-1L, TimeSpan.Zero);
            while (!end.IsCancellationRequested)
            {
                if (live.Version is var now && now != seen)
                {
                    (seen, quiet) = (now, TimeSpan.Zero);
                    yield return new SseItem<string>(now.ToString(System.Globalization.CultureInfo.InvariantCulture), "changed");
                }
                else if (quiet >= Pulse)
                {
                    quiet = TimeSpan.Zero;
                    yield return new SseItem<string>(string.Empty, "pulse"); // A listener that is gone is noticed by it.
                }

                await Task.Delay(LookEvery, end.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                quiet += LookEvery;
            }
        }
        finally
        {
            _listeners.Release();
        }
    }
}
