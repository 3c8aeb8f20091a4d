using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Scraper.Core.Drift;
using Scraper.Fetching.Addresses;

namespace Scraper.Watching;

/// <summary>
/// Posts alarms as JSON to one address of the owner's choosing, one after the other, off the route of pages. No redirect is
/// followed and no proxy is used. What cannot be delivered in a few tries is logged and given up; it still stands in the store.
/// </summary>
public sealed class AlarmHook : IAsyncDisposable
{
    private const int Tries = 4;
    private const int MostWaiting = 100;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    private readonly Uri _address;
    private readonly TimeSpan _firstPause;
    private readonly ILogger<AlarmHook> _logger;
    private readonly HttpClient _client;
    private readonly Channel<SiteAlarm> _waiting = Channel.CreateBounded<SiteAlarm>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <summary>Starts to deliver.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="dialler">Opens the connections.</param>
    /// <param name="firstPause">Wait before the second try; doubled before each further one.</param>
    /// <param name="logger">What could not be delivered.</param>
    internal AlarmHook(Uri address, GuardedDialler dialler, TimeSpan firstPause, ILogger<AlarmHook> logger)
    {
        (_address, _firstPause, _logger) = (address, firstPause, logger);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = Deadline,
            ConnectCallback = async (context, cancellationToken) => await dialler.DialAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken),
        };
        _client = new HttpClient(handler) { Timeout = Deadline };
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Puts an alarm in the queue; where that is full the oldest goes.</summary>
    public void Send(SiteAlarm alarm) => _waiting.Writer.TryWrite(alarm);

    /// <summary>Tries once more to deliver what waits, for a moment only.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_waiting.Writer.TryComplete())
        {
            _stop.CancelAfter(TimeSpan.FromSeconds(2));
            await _loop;
            _client.Dispose();
            _stop.Dispose();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var alarm in _waiting.Reader.ReadAllAsync(_stop.Token))
            {
                await DeliverAsync(alarm);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; the store has the alarms.
        }
    }

    private async Task DeliverAsync(SiteAlarm alarm)
    {
        var pause = _firstPause;
        for (var attempt = 1; ; attempt++)
        {
            string problem;
            try
            {
                // Not streamed: simple receivers take a body without a length for an empty one.
                using var body = new StringContent(JsonSerializer.Serialize(alarm, Json), Encoding.UTF8, MediaTypeNames.Application.Json);
                using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = body };
                using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }

                problem = $"HTTP {(int)response.StatusCode}";
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !_stop.IsCancellationRequested))
            {
                problem = e is OperationCanceledException ? "no answer in time" : (e.InnerException as DialException ?? e).Message;
            }

            if (attempt == Tries)
            {
                // The address may hold a secret, so only its host is named.
                _logger.LogWarning("{Site}: alarm {Number} could not be posted to {Host} in {Tries} tries: {Problem}", alarm.Site, alarm.Number, _address.Host, Tries, problem);
                return;
            }

            await Task.Delay(pause, _stop.Token);
            pause *= 2;
        }
    }
}
