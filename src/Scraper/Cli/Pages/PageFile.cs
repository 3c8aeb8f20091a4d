namespace Scraper.Cli;

/// <summary>A saved page or text that a command was given.</summary>
/// <param name="Name">Its path, or <c>-</c> for standard input.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record PageFile(string Name, byte[] Body)
{
    /// <summary>Endings of the files that a folder is searched for.</summary>
    private static readonly string[] Endings = [".html", ".htm", ".xhtml", ".txt"];

    /// <summary>Largest file that is read, in bytes.</summary>
    private const int Largest = 256 * 1024 * 1024;

    /// <summary>Name without folder and ending.</summary>
    public string Id => Path.GetFileNameWithoutExtension(Name);

    /// <summary>The files a path stands for: itself, or the pages and texts of a folder in the order of their names.</summary>
    /// <exception cref="CliException">There is no such file or folder, or the folder holds no page.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (path == "-" || File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw CliException.NoSuchPath(path);
        }

        var files = Directory.EnumerateFiles(path)
            .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new CliException($"{path}: no {string.Join(", ", Endings)} file in this folder");
    }

    /// <summary>Reads a file, or standard input, whatever time that takes.</summary>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <exception cref="CliException">It is a folder, or too large.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PageFile Read(string path) => Read(path, Largest);

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="largest">Largest file that is read, in bytes.</param>
    internal static PageFile Read(string path, int largest)
    {
        if (path == "-")
        {
            using var input = Console.OpenStandardInput();
            return new PageFile(path, ReadToEnd(input, "standard input", largest));
        }

        if (Directory.Exists(path))
        {
            throw new CliException($"{path}: is a folder, not a file");
        }

        var length = new FileInfo(path).Length;
        if (length == 0)
        {
            // A pipe or a device tells no length, and may have no end.
            using var stream = File.OpenRead(path);
            return new PageFile(path, ReadToEnd(stream, path, largest));
        }

        return length <= largest ? new PageFile(path, File.ReadAllBytes(path)) : throw TooLarge(path, largest);
    }

    /// <summary>The same on another thread: a read of a terminal or a pipe cannot be called off, and is left to itself.</summary>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<PageFile> ReadAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => Read(path), CancellationToken.None).WaitAsync(cancellationToken);

    private static CliException TooLarge(string name, int largest) => new($"{name}: larger than {largest >> 20} MiB", ExitCode.SomeFailed);

    private static byte[] ReadToEnd(Stream input, string name, int largest)
    {
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > largest)
            {
                throw TooLarge(name, largest);
            }
        }

        return body.ToArray();
    }
}
