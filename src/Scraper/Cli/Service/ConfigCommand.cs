using System.CommandLine;
using System.Text.Json;

namespace Scraper.Cli;

/// <summary><c>scraper config</c>: the settings that are in force.</summary>
internal static class ConfigCommand
{
    public static Command Create() => new("config", "Look at the settings.\n\nExample:\n  scraper config show") { Show() };

    private static Command Show()
    {
        var json = new Option<bool>("--json") { Description = "A JSON array, for machines." };
        var command = new Command(
            "show",
            """
            Show every setting with its value and where it was said: a file and its key, an environment variable, the
            command line. Secrets are masked. Mistakes are named and end with exit code 2.

            Layers, each over the one before: appsettings.json beside the program; appsettings.json in /etc/scraper or
            %ProgramData%\Scraper; --config FILE; systemd credentials; SCRAPER__Section__Key; flags.

            Examples:
              scraper config show
              SCRAPER__Fetching__Delay=2s scraper config show --json
            """)
        {
            json, SettingsOptions.Store(), SettingsOptions.Sites(), SettingsOptions.Config(), SettingsOptions.Log(),
        };
        command.SetAction(parsed =>
        {
            var settings = SettingsOptions.ReadAll(parsed).Settings;
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(settings, JsonSerializerOptions.Web));
                return ExitCode.Ok;
            }

            var table = new TextTable("key", "value", "from");
            foreach (var setting in settings)
            {
                table.Add(setting.Key, setting.Value.Length > 0 ? setting.Value : "-", setting.From);
            }

            table.Write(Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
