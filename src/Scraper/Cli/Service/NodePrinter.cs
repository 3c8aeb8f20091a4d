using System.Globalization;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Prints the daemons that share a store.</summary>
internal static class NodePrinter
{
    /// <summary>Sites named a node.</summary>
    private const int MostSites = 5;

    public static void Print(IReadOnlyList<NodeState> nodes, TextWriter output)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        var table = new TextTable("node", "state", "version", "since", "clock", "refused", "visiting");
        foreach (var node in nodes)
        {
            table.Add(
                node.Id,
                node.IsAlive ? "alive" : $"not heard of since {Moment(node.SeenAt)}",
                node.Version,
                Moment(node.StartedAt),
                string.Create(CultureInfo.InvariantCulture, $"{node.ClockOffset.TotalSeconds:+0.0;-0.0;0.0} s"),
                node.Refusals.ToString(CultureInfo.InvariantCulture),
                Visiting(node));
        }

        table.Write(output);
        foreach (var node in nodes.Where(n => n.LastRefusal is not null))
        {
            output.WriteLine($"REFUSED {node.Id}: {node.LastRefusal}");
        }

        if (nodes.Where(n => n.IsAlive).Select(n => n.Sites).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            output.WriteLine("The nodes know different sites or schedules; give all of them the same site files");
        }

        output.WriteLine();
    }

    private static string Visiting(NodeState node) => node.Visiting.Count switch
    {
        0 => "-",
        <= MostSites => string.Join(", ", node.Visiting),
        _ => $"{string.Join(", ", node.Visiting.Take(MostSites))} and {node.Visiting.Count - MostSites} more",
    };

    private static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
