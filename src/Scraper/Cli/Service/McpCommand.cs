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
            see who else tells a story. Works beside a daemon, also for who may only read the store. Ends when its input
            ends.

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
            options.Address.EnsureExists();
            await using var store = await OpenAsync(options.Address, cancellationToken);
            var builder = ScraperHost.Create(options, store);
            builder.Services.AddSingleton<OneOffFetch>();
            builder.Services.AddMcpServer(server => server.ServerInfo = new() { Name = "scraper", Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) })
                .WithStdioServerTransport()
                .WithTools<ScraperTools>(ToolAnswers.Json)
                .WithMessageFilters(filters => filters.AddIncomingFilter(ToolArguments.Filter))
                .WithRequestFilters(filters => filters.AddCallToolFilter(ToolAnswers.Filter));
            using var host = builder.Build();
            await host.RunAsync(cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Who may only read the store is served what is in it; 'fetch' then says that it cannot be written.</summary>
    private static async Task<IStore> OpenAsync(StoreAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreOpening.OpenAsync(address, StoreAccess.Write, cancellationToken);
        }
        catch (StoreException refused) when (refused.Fault == StoreFault.Forbidden)
        {
            return await address.OpenAsync(StoreAccess.Read, cancellationToken);
        }
    }
}
