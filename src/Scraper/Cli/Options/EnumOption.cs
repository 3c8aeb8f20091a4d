using System.CommandLine;
using System.CommandLine.Parsing;

namespace Scraper.Cli;

/// <summary>An option whose value is one of a few names.</summary>
internal static class EnumOption
{
    /// <summary>An option that is the first of the names where it is not given.</summary>
    public static Option<T> Create<T>(string name, string description)
        where T : struct, Enum => new(name) { Description = description, CustomParser = result => Read<T>(name, result) ?? default };

    /// <summary>An option that may be left out.</summary>
    public static Option<T?> CreateOptional<T>(string name, string description)
        where T : struct, Enum => new(name) { Description = description, CustomParser = result => Read<T>(name, result) };

    private static T? Read<T>(string name, ArgumentResult result)
        where T : struct, Enum
    {
        var (text, known) = (result.Tokens[0].Value, Enum.GetNames<T>());
        if (Array.Find(known, k => k.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } meant)
        {
            return Enum.Parse<T>(meant);
        }

        string[] names = [.. known.Select(k => k.ToLowerInvariant()).Order(StringComparer.Ordinal)];
        result.AddError($"{name} {text}: must be {string.Join(", ", names[..^1])} or {names[^1]}");
        return null;
    }
}
