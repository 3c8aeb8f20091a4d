using System.CommandLine;
using System.Net;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;

namespace Scraper.Cli;

/// <summary><c>scraper check-address</c>: may this URL be dialled, and why not.</summary>
internal static class CheckAddressCommand
{
    private static readonly TimeSpan LongestLookup = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "The URL, as it would be configured or linked." };
        var allow = AllowOption.Create();
        var command = new Command(
            "check-address",
            """
            Say whether a URL may be fetched: its form, its scheme, and every address its host resolves to.

            Prints "allowed" or "blocked: <reason>". Exit codes: 0 allowed, 3 blocked. A name that does not resolve now is
            allowed: it is looked up and checked again whenever it is dialled, so nothing depends on this answer.

            Examples:
              scraper check-address https://example.com/
              scraper check-address http://169.254.169.254/latest/meta-data/
              scraper check-address http://10.1.2.3:8080/ --allow 10.1.2.3:8080
            """)
        {
            url, allow,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(url), parsed.GetRequiredValue(allow), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string text, string[] allow, CancellationToken cancellationToken)
    {
        var map = new ConnectMap(new Dictionary<string, string>());
        var allowed = new AllowList(allow, map);
        var gate = new UrlGate(allowed);
        if (gate.Judge(text, out var url) is { } refusal)
        {
            return Blocked(refusal.Message);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestLookup);
        try
        {
            var addresses = await new GuardedDialler(allowed, map, Dns.GetHostAddressesAsync).CheckAsync(UrlHost.Of(url!), url!.Port, patience.Token);
            Console.WriteLine($"allowed: {string.Join(", ", addresses)}");
        }
        catch (DialException e) when (e.Outcome is FetchResult.Failed)
        {
            Console.WriteLine("allowed: the name does not resolve now; it is checked again when it is dialled");
        }
        catch (DialException e)
        {
            return Blocked(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("allowed: the name could not be looked up in time; it is checked again when it is dialled");
        }

        return ExitCode.Ok;
    }

    private static int Blocked(string reason)
    {
        Console.WriteLine($"blocked: {reason}");
        return ExitCode.Blocked;
    }
}
