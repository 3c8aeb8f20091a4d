using System.Text.Json;

namespace Scraper.Hosting.Services;

/// <summary>The machine's settings file and folder of rules, made where they are missing and left alone where they are not.</summary>
/// <param name="folder">The folder of both.</param>
internal sealed class MachineSettings(string folder)
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode FolderForAll = ForAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Path of the settings file.</summary>
    public string File { get; } = Path.Combine(folder, ConfigurationReader.FileName);

    /// <summary>Path of the folder of rules.</summary>
    public string Sites { get; } = Path.Combine(folder, "sites");

    /// <summary>The settings file of a new installation.</summary>
    public string Text => JsonSerializer.Serialize(new { Store = Path.Combine(MachineFolders.StateDefault, "scraper.db"), Sites = new[] { Sites } }, Json) + "\n";

    /// <summary>Makes what is missing, to be read by the service's user whatever the umask of the one who installs.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public void Ensure()
    {
        Folder(folder);
        Folder(Sites);
        if (!System.IO.File.Exists(File))
        {
            System.IO.File.WriteAllText(File, Text);
            Open(File, ForAll);
        }
    }

    /// <summary>Lets every user of the machine read a file that is no secret.</summary>
    /// <param name="file">The file.</param>
    public static void LetAllRead(string file) => Open(file, ForAll);

    private static void Folder(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            Open(path, FolderForAll);
        }
    }

    // Windows gives the rights of the folder above.
    private static void Open(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }
    }
}
