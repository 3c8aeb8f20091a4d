using System.CommandLine;
using Scraper.Hosting;

namespace Scraper.Cli;

/// <summary>The flags that go over the settings of appsettings.json, the same for every command that takes them.</summary>
internal static class SettingsOptions
{
    public static Option<string?> Config() => new("--config") { Description = "A settings file over the one beside the program.", HelpName = "FILE" };

    public static Option<string?> Store() => new("--store") { Description = "The database; scraper.db in the working directory where nothing else is said.", HelpName = "PATH" };

    public static Option<string[]> Sites() => new("--sites") { Description = "A folder with site rules of your own; may be given several times.", HelpName = "DIR", AllowMultipleArgumentsPerToken = false };

    public static Option<LogFormat?> Log() => new("--log") { Description = "How log lines on standard error look: text or json.", HelpName = "FORMAT" };

    /// <summary>The settings with this command line's flags over them.</summary>
    /// <exception cref="CliException">Something in them is wrong.</exception>
    public static ScraperOptions Read(ParseResult parsed)
    {
        var flags = new Dictionary<string, string?>
        {
            ["Store"] = Value<string?>(parsed, "--store"),
            ["Log:Format"] = Value<LogFormat?>(parsed, "--log")?.ToString(),
        };
        var (options, problems) = ConfigurationReader.Read(Value<string?>(parsed, "--config"), flags);
        if (options is null)
        {
            throw new CliException(string.Join($"{Environment.NewLine}scraper: ", problems));
        }

        options = Value<string[]?>(parsed, "--sites") is { Length: > 0 } sites ? options with { Sites = sites } : options;
        return options.Sites.FirstOrDefault(s => !Directory.Exists(s)) is { } missing
            ? throw new CliException($"{missing}: no such folder with site rules")
            : options;
    }

    private static T? Value<T>(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.Any(o => o.Name == name) ? parsed.GetValue<T>(name) : default;
}
