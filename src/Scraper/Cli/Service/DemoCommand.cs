using System.CommandLine;
using Scraper.Demo;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper demo</c>: the daemon on five saved sites, offline.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "TCP port of the demo's web server on 127.0.0.1; any free one where not given." };
        var command = new Command(
            "demo",
            """
            Serve five saved sites from a web server on 127.0.0.1, let the daemon find, fetch, clean and store their
            articles, and show what was kept and what was stripped. Needs no network; run it again and nothing new is stored.

            Examples:
              scraper demo
              scraper demo --store /tmp/demo.db
              sqlite3 scraper.db "select site, title, length(body) from articles order by 1"
            Exit codes: 0 all good, 1 some failed, 2 usage.
            """)
        {
            port, SettingsOptions.Store(),
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(port) is < 0 or > 65535)
            {
                result.AddError("--port: must be 1 to 65535");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.Read(parsed);
            await using var server = await FixtureServer.StartAsync(FixtureServer.Shipped, parsed.GetValue(port), cancellationToken);
            await using var store = await options.Address.OpenAsync(StoreAccess.Daemon, cancellationToken);
            var progress = await DemoRun.RunAsync(options, server, store, cancellationToken);
            await DemoReport.WriteAsync(progress, store, cancellationToken);
            return progress.IsGood ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }
}
