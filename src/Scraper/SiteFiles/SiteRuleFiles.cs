using System.IO.Enumeration;
using System.Text;
using System.Text.Unicode;
using Scraper.Core.Sites;

namespace Scraper.SiteFiles;

/// <summary>Finds rule files on disk.</summary>
internal static class SiteRuleFiles
{
    /// <summary>Bytes of a file that are read at most; the reader refuses anything near it with a clear line.</summary>
    private const int MostBytes = 4 << 20;

    private static readonly string[] Endings = [".yaml", ".yml", ".txt"];

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.System };

    /// <summary>All rule files of a folder and its subfolders, or the one file a path names, by path. A folder's file that cannot be read says so.</summary>
    /// <param name="path">A file or folder.</param>
    /// <exception cref="FileNotFoundException">There is no such path.</exception>
    /// <exception cref="IOException">The one file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The one file may not be read.</exception>
    public static IReadOnlyList<SiteFile> Read(string path)
    {
        if (File.Exists(path))
        {
            return [ReadOne(path)];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such file or folder", path);
        }

        return [.. Find(path).Select(ReadOrTell)];
    }

    /// <summary>Paths of all rule files below a folder, by name. Hidden files are editors' own, and hidden folders are a repository's or hold what was put aside.</summary>
    public static IEnumerable<string> Find(string folder) =>
        new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), Below)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName[0] != '.',
        }
        .Where(p => Endings.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase) && !IsHidden(Path.GetFileName(p)))
        .Order(StringComparer.Ordinal);

    // A parent domain's file of ftr-site-config is called .example.com.txt.
    private static bool IsHidden(string name) => name[0] == '.' && !(char.IsLetterOrDigit(name[1]) && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase));

    private static SiteFile ReadOrTell(string path)
    {
        try
        {
            return ReadOne(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new SiteFile(path, string.Empty) { Trouble = trouble.Message };
        }
    }

    private static SiteFile ReadOne(string path)
    {
        using var stream = File.OpenRead(path);

        // A pipe tells no length, and a file may have become shorter.
        var bytes = new byte[stream.CanSeek ? Math.Min(stream.Length, MostBytes) : MostBytes];
        var read = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        var text = Encoding.UTF8.GetString(read).TrimStart('\uFEFF');

        // Files of ftr-site-config are other people's, and what is odd in them mostly stands in remarks.
        return text.Contains('\uFFFD', StringComparison.Ordinal) && read.Length < MostBytes && !path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !Utf8.IsValid(read)
            ? new SiteFile(path, string.Empty) { Trouble = "it is not UTF-8; save it in that encoding" }
            : new SiteFile(path, text);
    }
}
