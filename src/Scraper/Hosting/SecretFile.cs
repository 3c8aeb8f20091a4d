namespace Scraper.Hosting;

/// <summary>A file that holds one secret.</summary>
internal static class SecretFile
{
    private const int LongestBytes = 64 * 1024;

    /// <summary>Its text, white space at the end left out.</summary>
    /// <exception cref="IOException">It cannot be read, or is too long for a secret.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string Read(string path)
    {
        var info = new FileInfo(path);
        return info.Exists && info.Length > LongestBytes
            ? throw new IOException($"{path}: longer than {LongestBytes} bytes: not a secret")
            : File.ReadAllText(path).TrimEnd();
    }
}
