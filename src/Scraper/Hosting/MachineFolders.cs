namespace Scraper.Hosting;

/// <summary>
/// Folders of an installation for the whole machine: <c>/etc/scraper</c> and <c>/var/lib/scraper</c>, or
/// <c>%ProgramData%\Scraper</c> for both. Under systemd its own variables say where they are (systemd.exec(5)).
/// </summary>
internal static class MachineFolders
{
    /// <summary>Settings and, in <c>sites/</c>, site rules.</summary>
    public static string Configuration => FromSystemd("CONFIGURATION_DIRECTORY") ?? ConfigurationDefault;

    /// <summary>The same where no service manager says otherwise.</summary>
    public static string ConfigurationDefault => OperatingSystem.IsWindows() ? ProgramData : "/etc/scraper";

    /// <summary>The store.</summary>
    public static string StateDefault => OperatingSystem.IsWindows() ? ProgramData : "/var/lib/scraper";

    /// <summary>Secrets given by <c>LoadCredential=</c> or <c>SetCredential=</c>, a file each; <see langword="null"/> where there are none.</summary>
    public static string? Credentials => FromSystemd("CREDENTIALS_DIRECTORY");

    private static string ProgramData => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "Scraper");

    // Several folders are parted by colons; the unit written by us names one.
    private static string? FromSystemd(string variable) =>
        !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folders ? folders.Split(':')[0] : null;
}
