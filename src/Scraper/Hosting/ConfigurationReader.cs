using System.Text.Json;

namespace Scraper.Hosting;

/// <summary>
/// Puts the settings together, each layer over the one before: the appsettings.json beside the program, the machine's
/// (<see cref="MachineFolders"/>), the file named by <c>--config</c>, credentials of the service manager, environment
/// variables that start with <c>SCRAPER__</c>, flags.
/// </summary>
public static class ConfigurationReader
{
    /// <summary>Name of the file beside the program and of the machine's.</summary>
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
            return Refused(Unreadable(file) ?? $"{file}: no such configuration file");
        }

        var builder = new ConfigurationBuilder();
        foreach (var layer in Files(file))
        {
            if (Unreadable(layer) is { } problem)
            {
                return Refused(problem);
            }

            builder.AddJsonFile(layer, optional: true, reloadOnChange: false);
        }

        if (MachineFolders.Credentials is { } credentials)
        {
            builder.Add(new CredentialsProvider(credentials, SettingsSurvey.Secrets));
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
            return Refused($"settings cannot be read: {(unreadable.InnerException ?? unreadable).Message}");
        }

        var layers = new SettingsLayers(root);
        var binder = new OptionsBinder(layers);
        var options = (ScraperOptions)binder.Bind(root, typeof(ScraperOptions));
        List<string> problems = [.. binder.Problems, .. OptionsCheck.Problems(options).Select(p => $"{layers.Where(p.Split(": ")[0])}: {p}")];
        return problems.Count == 0 ? new ConfigurationResult(options, [], SettingsSurvey.Of(options, layers)) : new ConfigurationResult(null, problems, []);
    }

    private static IEnumerable<string> Files(string? file)
    {
        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        yield return Path.GetFullPath(Path.Combine(MachineFolders.Configuration, FileName));
        if (file is not null)
        {
            yield return Path.GetFullPath(file);
        }
    }

    private static ConfigurationResult Refused(string problem) => new(null, [problem], []);

    // Each file by itself first, so that the one that is broken can be named.
    private static string? Unreadable(string file)
    {
        try
        {
            if (File.Exists(file))
            {
                new ConfigurationBuilder().AddJsonFile(file, optional: false, reloadOnChange: false).Build();
            }
            else
            {
                // In a folder that is closed to us nothing is said to exist; to open it tells the two apart.
                File.OpenHandle(file).Dispose();
            }

            return null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            return Describe(file, unreadable);
        }
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

        var why = (unreadable.InnerException ?? unreadable).Message;
        return $"{file}: cannot be read: {(unreadable is UnauthorizedAccessException ? $"{why.TrimEnd('.')}; let this user read it and enter the folders above" : why)}";
    }
}
