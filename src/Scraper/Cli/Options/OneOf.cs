using System.CommandLine;

namespace Scraper.Cli;

/// <summary>Options of which only one can be meant.</summary>
internal static class OneOf
{
    /// <summary>Refuses a command line that has two of them.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options, which the command has.</param>
    public static void Require(Command command, params IReadOnlyList<Option> options) => command.Validators.Add(result =>
    {
        if (options.Where(o => result.GetResult(o) is { Implicit: false }).ToList() is [var one, var other, ..])
        {
            result.AddError($"{one.Name} and {other.Name} contradict each other: give one of them");
        }
    });
}
