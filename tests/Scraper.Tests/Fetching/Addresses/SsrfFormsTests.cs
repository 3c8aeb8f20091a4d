using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Fetching.Addresses;

[Collection("measured")]
public class SsrfFormsTests
{
    private const string Forms = "testdata/ssrf-forms/ssrf_forms.json";

    [SharedFact(Forms)]
    public void Every_address_is_judged_as_labelled()
    {
        var wrong = Rows("ip").Where(row => (AddressGuard.ReasonToRefuse(IPAddress.Parse(Form(row))) is not null) != Blocked(row) && !EitherIsOk(row));

        wrong.Select(Form).Should().BeEmpty();
    }

    [SharedFact(Forms)]
    public async Task No_blocked_URL_opens_a_connection()
    {
        using var listeners = new Listeners([80, 443, 2375, 6379, 8080, 8888]);
        using var fetcher = new PageFetcher(new FetchOptions { Delay = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(3) }, new InMemoryFetchStateStore(), TimeProvider.System, NullLogger.Instance, Resolve);
        var gate = new UrlGate(new AllowList([], new ConnectMap(new Dictionary<string, string>())));

        var opened = new List<string>();
        foreach (var row in Rows("url").Where(Blocked))
        {
            if (Uri.TryCreate(Form(row), UriKind.Absolute, out var parsed))
            {
                var result = await fetcher.FetchAsync(new FetchRequest(parsed, FetchPurpose.Article, new SiteFetching()), CancellationToken.None);
                // .NET reads some broken forms as a public host; those are refused where text becomes a URL.
                var refused = result is FetchResult.Blocked { Reason: BlockReason.Address or BlockReason.Scheme or BlockReason.InvalidUrl };
                if (!refused && gate.Judge(Form(row), out _) is null)
                {
                    opened.Add($"{Form(row)}: {result}");
                }
            }
        }

        opened.Should().BeEmpty();
        listeners.Bound.Should().BeGreaterThan(0);
        listeners.Accepted.Should().Be(0);
    }

    [SharedFact(Forms)]
    public async Task Every_URL_is_judged_as_labelled()
    {
        var map = new ConnectMap(new Dictionary<string, string>());
        var allowed = new AllowList([], map);
        var (gate, dialler) = (new UrlGate(allowed), new GuardedDialler(allowed, map, Resolve));

        var wrong = new List<string>();
        foreach (var row in Rows("url"))
        {
            var refusal = gate.Judge(Form(row), out var url)?.Message ?? await ReasonAsync(dialler, url!);
            if ((refusal is not null) != Blocked(row) && !EitherIsOk(row))
            {
                wrong.Add($"{Form(row)}: {refusal ?? "allowed"}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [SharedFact(Forms)]
    public void The_set_has_201_to_block_and_36_to_allow()
    {
        var rows = Rows("ip").Concat(Rows("url")).ToList();

        rows.Count(Blocked).Should().Be(201);
        rows.Count(row => !Blocked(row) && !EitherIsOk(row)).Should().Be(36);
    }

    private static async Task<string?> ReasonAsync(GuardedDialler dialler, Uri url)
    {
        try
        {
            await dialler.CheckAsync(UrlHost.Of(url), url.Port, CancellationToken.None);
            return null;
        }
        catch (DialException e)
        {
            return e.Message;
        }
    }

    // Names of this machine lead home, every other one to a public address.
    private static Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken) =>
        Task.FromResult<IPAddress[]>([host.Contains("localhost", StringComparison.Ordinal) && !host.EndsWith("example.com", StringComparison.Ordinal)
            ? IPAddress.Loopback
            : IPAddress.Parse("93.184.216.34")]);

    private static List<JsonElement> Rows(string key)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Shared, Forms)));
        return [.. file.RootElement.GetProperty(key).Clone().EnumerateArray()];
    }

    private static string Form(JsonElement row) => row.GetProperty("form").GetString()!;

    private static bool Blocked(JsonElement row) => row.GetProperty("should_block").GetBoolean();

    private static bool EitherIsOk(JsonElement row) => row.TryGetProperty("either_is_ok", out var either) && either.GetBoolean();

    /// <summary>Listens on the ports that the forms name, where they are free, and counts.</summary>
    private sealed class Listeners : IDisposable
    {
        private readonly List<TcpListener> listeners = [];

        public Listeners(int[] ports)
        {
            foreach (var (address, port) in from address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback } from port in ports select (address, port))
            {
                var listener = new TcpListener(address, port);
                try
                {
                    listener.Start();
                    listeners.Add(listener);
                }
                catch (SocketException)
                {
                    listener.Dispose();
                }
            }
        }

        public int Bound => listeners.Count;

        public int Accepted => listeners.Count(listener => listener.Pending());

        public void Dispose() => listeners.ForEach(listener => listener.Dispose());
    }
}
