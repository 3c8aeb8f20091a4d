using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Scraper.Storage;
using Scraper.Storage.Postgres;
using Scraper.Tests.Fixtures;

namespace Scraper.EndToEnd.Cluster;

/// <summary>A PostgreSQL, a web of sites, and nodes that share them, each a process of its own.</summary>
internal sealed class ClusterRun : IAsyncDisposable
{
    private readonly WorkFolder _folder = new();
    private readonly string _connection;
    private readonly List<ScraperProcess> _nodes = [];
    private int _started;

    private ClusterRun(PostgresCluster postgres, PoliteWeb web)
    {
        (Postgres, Web) = (postgres, web);
        _connection = postgres.CreateDatabase();
        foreach (var host in web.Hosts)
        {
            WriteSite(host, "3s");
        }
    }

    public PostgresCluster Postgres { get; }

    public PoliteWeb Web { get; }

    /// <summary>What every node that was started has said.</summary>
    public string Log => string.Join('\n', _nodes.Select(n => n.Error));

    public static async Task<ClusterRun> StartAsync(int sites) => new(new PostgresCluster(isDurable: true), await PoliteWeb.StartAsync(sites));

    /// <summary>Writes the rule of a site into the folder that all nodes read.</summary>
    public void WriteSite(string host, string every)
    {
        var name = host.Split('.')[0];
        _folder.Write($"sites/{name}.yaml", $"name: {name}\nhosts: [{host}]\nschedule:\n  every: {every}\ndiscovery:\n  feeds: [http://{host}/feed]\nselect:\n  title: h1\n  body: article\n");
    }

    /// <summary>Takes the rule of a site away.</summary>
    public void RemoveSite(string host) => File.Delete(_folder[$"sites/{host.Split('.')[0]}.yaml"]);

    /// <summary>Starts a node.</summary>
    /// <param name="environment">Variables of its own.</param>
    /// <param name="sites">Where its rules come from.</param>
    public ClusterNode StartNode(IReadOnlyDictionary<string, string>? environment = null, string sites = "sites")
    {
        var name = $"node{++_started}";
        var process = ScraperProcess.Start(_folder.Path, environment ?? new Dictionary<string, string>(), "run", "--sites", sites, "--config", WriteSettings(name));
        _nodes.Add(process);
        return new ClusterNode(name, process);
    }

    /// <summary>Writes a node's settings.</summary>
    public string WriteSettings(string name) => _folder.Write($"{name}.json", JsonSerializer.Serialize(new
    {
        Storage = "Postgres",
        Connection = _connection,
        Node = name,
        Web = new { Enabled = false },
        Concurrency = new { Sites = 5 }, // So that no node takes all of them.
        Fetching = new { Contact = name, Delay = "500ms", BackOff = "2s", ConnectTo = Web.Hosts.ToDictionary(h => h, _ => Web.Endpoint) },
    }));

    /// <summary>Pushes the folder of rules into the store.</summary>
    public Task<ScraperResult> PushAsync() => ScraperProcess.RunAsync(_folder.Path, "sites", "push", "sites", "--config", _folder["node1.json"]);

    /// <summary>A new story comes out on every site every so often while something goes on.</summary>
    public async Task PublishAsync(TimeSpan every, Task meanwhile)
    {
        for (; !meanwhile.IsCompleted; await Task.WhenAny(meanwhile, Task.Delay(every)))
        {
            foreach (var host in Web.Hosts)
            {
                Web.Offer(host);
            }
        }

        await meanwhile;
    }

    public Task<IStore> OpenAsync() => PostgresStore.OpenAsync(_connection, StoreAccess.Read, default);

    /// <summary>What <c>scraper status --json</c> says.</summary>
    public async Task<JsonElement> StatusAsync()
    {
        var result = await ScraperProcess.RunAsync(_folder.Path, "status", "--json", "--config", _folder["node1.json"]);
        result.Exit.Should().Be(0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    /// <summary>The sites that a node holds, dead or alive.</summary>
    public async Task<IReadOnlyList<string>> HeldByAsync(ClusterNode node)
    {
        await using var store = await OpenAsync();
        return (await store.Nodes.ListAsync(default)).SingleOrDefault(n => n.Name == node.Name)?.Visiting ?? [];
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan longest, string what)
    {
        for (var until = Web.Now + longest; !await isSo(); await Task.Delay(200))
        {
            if (Web.Now > until)
            {
                throw new TimeoutException($"{what}: not within {longest.TotalSeconds} s:\n{Log}");
            }
        }
    }

    /// <summary>
    /// Every story is stored, once, and the sites were asked politely all the while. A page that a busy machine could not
    /// clean in time comes again at its own time, as the store knows.
    /// </summary>
    public async Task AssertAllIsWellAsync()
    {
        var stories = Web.Stories;
        await UntilAsync(async () => await MissingAsync(stories) == 0, TimeSpan.FromSeconds(180), $"{stories.Count} stories stored");
        (await StoredAsync()).Should().OnlyHaveUniqueItems("nothing is stored twice").And.BeSubsetOf(stories);
        foreach (var requests in Web.Seen.GroupBy(r => r.Host))
        {
            var all = requests.ToList();
            foreach (var (before, after) in all.Zip(all.Skip(1)))
            {
                // What a site asks for is known once its robots.txt has been read.
                var least = before.Path == "/robots.txt" ? TimeSpan.FromMilliseconds(500) : PoliteWeb.CrawlDelay;
                (after.Begin - before.End).Should().BeGreaterThanOrEqualTo(least, string.Create(CultureInfo.InvariantCulture, $"{after} came after {before}"));
            }
        }
    }

    /// <summary>Stories that are neither stored nor known to have failed and to be due again.</summary>
    private async Task<int> MissingAsync(IReadOnlyList<string> stories)
    {
        await using var store = await OpenAsync();
        var missing = stories.Except(await StoredAsync()).ToList();
        var known = await Task.WhenAll(missing.Select(s => store.Crawl.FindUrlAsync(s, default)));
        return known.Count(u => u is not { Status: UrlStatus.Failed, NextVisitAt: not null });
    }

    /// <summary>Stories by the changes that stored them: one stored twice stands here twice.</summary>
    private async Task<List<string>> StoredAsync()
    {
        await using var store = await OpenAsync();
        var (urls, last) = (new List<string>(), 0L);
        while (await store.Articles.ChangesAsync(last, 1000, default) is { Count: > 0 } some)
        {
            urls.AddRange(some.Select(c => c.Url));
            last = some[^1].Seq;
        }

        return urls;
    }

    public async ValueTask DisposeAsync()
    {
        _nodes.ForEach(n => n.Dispose());
        await Web.DisposeAsync();
        Postgres.Dispose();
        _folder.Dispose();
    }
}
