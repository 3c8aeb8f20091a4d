using System.CommandLine;
using Scraper.Benchmarks.Cluster;
using Scraper.Tests.Fixtures;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>cluster</c>: what the job store in PostgreSQL carries.</summary>
internal static class ClusterCommand
{
    public static Command Create()
    {
        var sites = new Option<int>("--sites") { Description = "Sites due at once.", DefaultValueFactory = _ => 5000 };
        var nodes = new Option<int>("--nodes") { Description = "Nodes that share them.", DefaultValueFactory = _ => 2 };
        var workers = new Option<int>("--workers") { Description = "Sites visited at a time by each.", DefaultValueFactory = _ => 16 };
        var answer = new Option<int>("--answer") { Description = "Milliseconds that the one request of a visit takes.", DefaultValueFactory = _ => 0 };
        var connection = new Option<string?>("--connection") { Description = "Npgsql's, of an empty database; a server of one's own is started where none is named." };
        var simulate = new Option<double?>("--simulate") { Description = "Simulate 10,000 to 1,000,000 sites on a job store that carries so many triggers a second.", HelpName = "TRIGGERS" };
        var command = new Command("cluster", "Measure a cluster of nodes on PostgreSQL, or simulate a larger one.") { sites, nodes, workers, answer, connection, simulate };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(simulate) is { } triggers)
            {
                Simulate(triggers);
                return;
            }

            using var own = parsed.GetValue(connection) is null ? new PostgresCluster(isDurable: true) : null;
            var load = new ClusterLoad(parsed.GetValue(sites), parsed.GetValue(nodes), parsed.GetValue(workers), TimeSpan.FromMilliseconds(parsed.GetValue(answer)));
            await new ClusterBench(parsed.GetValue(connection) ?? own!.CreateDatabase(), load).RunAsync(cancellationToken);
        });
        return command;
    }

    private static void Simulate(double triggers)
    {
        Console.Out.WriteLine("| sites | interval | a visit | workers | due a second | job store | lag, half | lag, 99 % | workers busy |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (sites, minutes, workers, stores) in ((int, int, int, int)[])
            [(1_000, 10, 16, 1), (10_000, 10, 64, 1), (10_000, 10, 128, 1), (10_000, 10, 256, 1), (100_000, 30, 1000, 1), (100_000, 10, 2000, 1), (100_000, 10, 2000, 3), (1_000_000, 60, 4000, 1), (1_000_000, 60, 4000, 5)])
        {
            Console.Out.WriteLine(new ScheduleSimulation(sites, TimeSpan.FromMinutes(minutes), TimeSpan.FromSeconds(5), workers, triggers * stores));
        }
    }
}
