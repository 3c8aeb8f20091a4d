using System.Text.Json;

namespace Scraper.Hosting.Services;

/// <summary>The machine's settings file and folder of rules, made where they are missing and left alone where they are not.</summary>
internal static class MachineSettings
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file of a new installation.</summary>
    public static string Text => JsonSerializer.Serialize(new { Store = Path.Combine(MachineFolders.StateDefault, "scraper.db"), Sites = new[] { Sites } }, Json) + "\n";

    /// <summary>Path of the file.</summary>
    public static string File => Path.Combine(MachineFolders.ConfigurationDefault, ConfigurationReader.FileName);

    private static string Sites => Path.Combine(MachineFolders.ConfigurationDefault, "sites");

    /// <summary>Makes what is missing.</summary>
    public static void Ensure()
    {
        Directory.CreateDirectory(Sites);
        if (!System.IO.File.Exists(File))
        {
            System.IO.File.WriteAllText(File, Text);
        }
    }
}
