using System.Diagnostics;
using System.Globalization;

namespace Scraper.Benchmarks.Daemon;

/// <summary>The sites on loopback in a process of their own, so that neither their memory nor their garbage is the daemon's.</summary>
internal sealed class SitesProcess : IDisposable
{
    private readonly Process _process;
    private readonly IReadOnlyList<string> _hosts;

    private SitesProcess(Process process, IReadOnlyList<string> hosts, string authority)
    {
        (_process, _hosts) = (process, hosts);
        ConnectTo = hosts.ToDictionary(h => h, _ => authority, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Where to dial in place of each host.</summary>
    public IReadOnlyDictionary<string, string> ConnectTo { get; }

    /// <summary>Starts this program once more, to serve.</summary>
    public static async Task<SitesProcess> StartAsync(string benchmark, int sites, int perSite, CancellationToken cancellationToken)
    {
        string[] arguments = ["daemon", "--benchmark", benchmark, "--sites", sites.ToString(CultureInfo.InvariantCulture), "--pages", (sites * perSite).ToString(CultureInfo.InvariantCulture), "--serve"];
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program, Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var authority = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("the sites did not start");
        return new SitesProcess(process, LoopbackSites.HostsOf(sites), authority);
    }

    /// <summary>Serves until standard input ends, which it does with the process that asked.</summary>
    public static async Task ServeAsync(LoopbackSites sites, CancellationToken cancellationToken)
    {
        Console.WriteLine(sites.Authority);
        await Console.In.ReadToEndAsync(cancellationToken);
    }

    /// <summary>Writes a rule a site, with nothing in it but where its pages are named.</summary>
    public void WriteRules(string folder)
    {
        foreach (var host in _hosts)
        {
            File.WriteAllText(Path.Combine(folder, host + ".yaml"), $"name: {host[..^8]}\nhosts: [{host}]\nschedule:\n  every: 1h\ndiscovery:\n  sitemaps: [http://{host}/sitemap.xml]\n");
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }
}
