using System.CommandLine;
using Scraper.Hosting;
using Scraper.Mcp;
using Scraper.Storage;
using Scraper.Web.Api;

namespace Scraper.Cli;

/// <summary><c>scraper mcp</c>: the store for agents.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var command = new Command(
            "mcp",
            """
            Serve the Model Context Protocol on standard input and output: tools to search, read and fetch articles and to
            see who else tells a story. Works beside a daemon. Ends when its input ends.

            Examples:
              scraper mcp --store scraper.db
              claude mcp add scraper -- scraper mcp --store scraper.db
            """)
        {
            SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(), SettingsOptions.Log(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.Read(parsed);
            await using var store = await options.Address.OpenAsync(StoreAccess.Write, cancellationToken);
            var builder = ScraperHost.Create(options, store);
            builder.Services.AddSingleton<OneOffFetch>();
            builder.Services.AddMcpServer(server => server.ServerInfo = new() { Name = "scraper", Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) })
                .WithStdioServerTransport()
                .WithTools<ScraperTools>();
            using var host = builder.Build();
            await host.RunAsync(cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }
}
