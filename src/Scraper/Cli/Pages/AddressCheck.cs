using System.Net;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;

namespace Scraper.Cli;

/// <summary>Says whether an address may be fetched by the settings.</summary>
/// <param name="options">The settings.</param>
/// <param name="output">Where the answer goes.</param>
internal sealed class AddressCheck(FetchOptions options, TextWriter output)
{
    private static readonly TimeSpan LongestLookup = TimeSpan.FromSeconds(5);

    /// <summary>Looks at its form, its scheme, and every address that its host resolves to or that is dialled for it.</summary>
    /// <param name="text">The address, as it would be configured or linked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the process ends with.</returns>
    public async Task<int> RunAsync(string text, CancellationToken cancellationToken)
    {
        var map = new ConnectMap(options.ConnectTo);
        var allowed = new AllowList(options.Allow, map);
        if (new UrlGate(allowed).Judge(text, out var url) is { } refusal)
        {
            return Blocked(refusal.Message);
        }

        var host = UrlHost.Of(url!);
        if (map.Find(host, url!.Port) is { } target)
        {
            await output.WriteLineAsync($"allowed: {target}, by Fetching:ConnectTo");
            return ExitCode.Ok;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestLookup);
        try
        {
            var addresses = await new GuardedDialler(allowed, map, Dns.GetHostAddressesAsync).CheckAsync(host, url.Port, patience.Token);
            await output.WriteLineAsync($"allowed: {string.Join(", ", addresses)}");
        }
        catch (DialException e) when (e.Outcome is FetchResult.Failed)
        {
            await output.WriteLineAsync("allowed: the name does not resolve now; it is checked again when it is dialled");
        }
        catch (DialException e)
        {
            return Blocked(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await output.WriteLineAsync("allowed: the name could not be looked up in time; it is checked again when it is dialled");
        }

        return ExitCode.Ok;
    }

    private int Blocked(string reason)
    {
        output.WriteLine($"blocked: {reason}");
        return ExitCode.Blocked;
    }
}
