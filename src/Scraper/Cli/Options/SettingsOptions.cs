using System.CommandLine;
using Scraper.Core.Sites;
using Scraper.Hosting;
using Scraper.SiteFiles;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>The flags that go over the settings of appsettings.json, the same for every command that takes them.</summary>
internal static class SettingsOptions
{
    public static Option<string?> Config() => new("--config") { Description = "A settings file over the one beside the program.", HelpName = "FILE" };

    public static Option<string?> Store() => new("--store") { Description = "The database; scraper.db in the working directory where nothing else is said.", HelpName = "PATH" };

    public static Option<string[]> Sites() => new("--sites") { Description = "A folder with site rules of your own; may be given several times.", HelpName = "DIR", AllowMultipleArgumentsPerToken = false };

    public static Option<LogFormat?> Log() => EnumOption.CreateOptional<LogFormat>("--log", "How log lines on standard error look: text or json.");

    /// <summary>The settings with this command line's flags over them.</summary>
    /// <exception cref="CliException">Something in them is wrong.</exception>
    public static ScraperOptions Read(ParseResult parsed) => WithFolders(ReadAll(parsed).Options!);

    /// <summary>Settings whose folders with site rules are there.</summary>
    /// <exception cref="CliException">One is not.</exception>
    public static ScraperOptions WithFolders(ScraperOptions options) =>
        OnDisk(options).FirstOrDefault(s => !Directory.Exists(s)) is { } missing
            ? throw new CliException($"{missing}: no such folder with site rules")
            : options;

    /// <summary>The rules in force by the settings: their own folders' (or a single file's), then the shipped ones.</summary>
    /// <exception cref="CliException">They are kept in the store.</exception>
    /// <exception cref="IOException">A folder is not there or cannot be read.</exception>
    public static SiteRuleSet Rules(ScraperOptions options) => SiteFolders.Load(OnDisk(options));

    /// <summary>The store that is meant; for commands that take no other setting.</summary>
    /// <exception cref="CliException">Something in the settings is wrong.</exception>
    public static StoreAddress Store(ParseResult parsed) => ReadAll(parsed).Options!.Address;

    /// <summary>The same with where each setting comes from; nothing that they name is looked at.</summary>
    /// <exception cref="CliException">Something in them is wrong.</exception>
    public static ConfigurationResult ReadAll(ParseResult parsed)
    {
        var result = TryRead(parsed);
        return result.Options is null ? throw new CliException(result.Problems) : result;
    }

    /// <summary>The same, mistakes told and not thrown.</summary>
    public static ConfigurationResult TryRead(ParseResult parsed)
    {
        var flags = new Dictionary<string, string?>
        {
            ["Store"] = Value<string?>(parsed, "--store"),
            ["Storage"] = Value<string?>(parsed, "--store") is null ? null : nameof(StorageEngine.Sqlite),
            ["Log:Format"] = Value<LogFormat?>(parsed, "--log")?.ToString(),
        };
        foreach (var (site, index) in (Value<string[]?>(parsed, "--sites") ?? []).Select((s, i) => (s, i)))
        {
            flags[$"Sites:{index}"] = site;
        }

        return ConfigurationReader.Read(Value<string?>(parsed, "--config"), flags);
    }

    private static IReadOnlyList<string> OnDisk(ScraperOptions options) => options.Sites.Contains(SiteFolders.InStore)
        ? throw new CliException($"{SiteFolders.InStore}: only 'scraper run' reads rules from the store; 'scraper sites pull DIR' writes them into a folder, to be named by --sites")
        : options.Sites;

    private static T? Value<T>(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.OfType<Option<T>>().Any(o => o.Name == name) ? parsed.GetValue<T>(name) : default;
}
