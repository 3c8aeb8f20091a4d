using System.Text.Json;

namespace Scraper.Hosting;

/// <summary>
/// Puts the settings together, each layer over the one before: the appsettings.json beside the program, the file named
/// by <c>--config</c>, environment variables that start with <c>SCRAPER__</c>, flags.
/// </summary>
public static class ConfigurationReader
{
    /// <summary>Name of the file beside the program.</summary>
    public const string FileName = "appsettings.json";

    /// <summary>What environment variables start with; two underscores stand between section and key.</summary>
    public const string EnvironmentPrefix = "SCRAPER__";

    /// <summary>Reads, binds and checks the settings. Nothing is thrown for what people wrote.</summary>
    /// <param name="file">A further file, or <see langword="null"/>.</param>
    /// <param name="flags">Settings from the command line by key (<c>Fetching:Delay</c>); <see langword="null"/> values are left out.</param>
    public static ConfigurationResult Read(string? file, IReadOnlyDictionary<string, string?> flags)
    {
        if (file is not null && !File.Exists(file))
        {
            return new ConfigurationResult(null, [$"{file}: no such configuration file"]);
        }

        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true, reloadOnChange: false);
        if (file is not null)
        {
            builder.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        }

        builder.AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(flags.Where(f => f.Value is not null));
        IConfigurationRoot root;
        try
        {
            root = builder.Build();
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            return new ConfigurationResult(null, [Describe(file ?? FileName, unreadable)]);
        }

        var binder = new OptionsBinder(root);
        var options = (ScraperOptions)binder.Bind(root, typeof(ScraperOptions));
        var problems = binder.Problems.Concat(OptionsCheck.Problems(options)).ToList();
        return new ConfigurationResult(problems.Count == 0 ? options : null, problems);
    }

    private static string Describe(string file, Exception unreadable)
    {
        for (var cause = unreadable; cause is not null; cause = cause.InnerException!)
        {
            if (cause is JsonException json)
            {
                var reason = json.Message.Split(" LineNumber:", 2)[0];
                return $"{file}:{json.LineNumber + 1}:{json.BytePositionInLine + 1}: not valid JSON: {reason}";
            }
        }

        return $"{file}: cannot be read: {(unreadable.InnerException ?? unreadable).Message}";
    }
}
