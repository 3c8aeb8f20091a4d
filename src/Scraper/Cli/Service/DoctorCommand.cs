using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Scraper.Doctor;

namespace Scraper.Cli;

/// <summary><c>scraper doctor</c>: what is wrong with this installation, and what to do about it.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "A JSON object a finding, for machines." };
        var command = new Command(
            "doctor",
            """
            Check what a daemon with these settings needs: settings, permissions, disk, clock, store, SQLite, web address,
            browser, and each site's rule. Says what to do about what is wrong. Asks nothing of the network; works beside
            a daemon.

            Examples:
              scraper doctor --sites my-sites
              scraper doctor --config /etc/scraper/settings.json --json
            Exit codes: 0 nothing is bad (there may be warnings), 1 something is.
            """)
        {
            json, SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellationToken)
    {
        var isBad = false;
        await foreach (var finding in FindingsAsync(parsed, cancellationToken))
        {
            isBad |= finding.Kind == FindingKind.Bad;
            Console.Out.WriteLine(json ? JsonSerializer.Serialize(finding, Json) : Line(finding));
        }

        return isBad ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    private static IAsyncEnumerable<Finding> FindingsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return new Examination(SettingsOptions.Read(parsed), TimeProvider.System).RunAsync(cancellationToken);
        }
        catch (CliException wrong)
        {
            return wrong.Problems.Select(p => new Finding(FindingKind.Bad, "settings", p, "Mend it; nothing else was looked at")).ToAsyncEnumerable();
        }
    }

    private static string Line(Finding finding)
    {
        var mark = finding.Kind switch { FindingKind.Good => "ok  ", FindingKind.Warning => "warn", _ => "BAD " };
        var remedy = finding.Remedy.Length > 0 ? $"{Environment.NewLine}     -> {TerminalText.OneLine(finding.Remedy)}" : string.Empty;
        return $"{mark} {TerminalText.OneLine(finding.What)}: {TerminalText.OneLine(finding.Detail)}{remedy}";
    }
}
