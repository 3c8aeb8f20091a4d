using Scraper.Core.Sites;

namespace Scraper.SiteFiles;

/// <summary>Rules out of files of ftr-site-config.</summary>
internal static class FtrFiles
{
    private const string Ending = ".txt";
    private const string Global = "global" + Ending;

    /// <summary>The rules of a folder's files, or of one file and of those beside it that add to it: its parent domains' and global.txt.</summary>
    /// <param name="path">A file or folder.</param>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IEnumerable<SiteRuleReading> Import(string path)
    {
        var files = SiteRuleFiles.Read(path).Where(f => Path.GetExtension(f.Path).Equals(Ending, StringComparison.OrdinalIgnoreCase)).ToList();
        if (!File.Exists(path) || files.Count == 0)
        {
            return FtrImporter.Read(files);
        }

        var readings = FtrImporter.Read([.. files, .. Beside(path).Where(File.Exists).SelectMany(SiteRuleFiles.Read)]);
        var needed = readings[0].Rule?.Extends ?? [];
        return readings.Where((reading, i) => i == 0 || (reading.Rule is { } rule && needed.Contains(rule.Name)));
    }

    /// <summary>The files that may add to one, by their names: .news.example.com.txt, .example.com.txt, .com.txt and global.txt.</summary>
    private static IEnumerable<string> Beside(string path)
    {
        var domain = "." + Path.GetFileNameWithoutExtension(path).TrimStart('.');
        var names = new List<string>();
        for (var dot = 0; dot >= 0; dot = domain.IndexOf('.', dot + 1))
        {
            names.Add(domain[dot..] + Ending);
        }

        return names.Append(Global).Where(name => name != Path.GetFileName(path)).Select(name => Path.Combine(Path.GetDirectoryName(path)!, name));
    }
}
