using System.Text;
using Scraper.Core.Sites;
using Scraper.Hosting;
using Scraper.SiteFiles;

namespace Scraper.Web.Bench;

/// <summary>Finds the file of a site's rule and puts a new text in its place. No path ever comes from a caller.</summary>
/// <param name="catalogue">The rules in force.</param>
/// <param name="fromStore">A folder that only mirrors the rules kept in the store, or <see langword="null"/>.</param>
internal sealed class BenchFiles(SiteCatalogue catalogue, string? fromStore)
{
    /// <summary>The file of the rule for a page.</summary>
    /// <param name="rule">The rule that reads it, or <see langword="null"/>.</param>
    /// <param name="host">The page's host.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public BenchFile Of(SiteRule? rule, string host)
    {
        var folder = catalogue.Folders is [var first, ..] ? first : null;
        if (rule is null || !File.Exists(rule.Source))
        {
            return new BenchFile(In(folder, FileName(host)), Skeleton(host), IsNew: true);
        }

        var file = SiteRuleFiles.Read(rule.Source)[0];
        if (file.Trouble is { } trouble)
        {
            throw new IOException($"{rule.Source}: {trouble}");
        }

        if (Path.GetExtension(rule.Source).Equals(".txt", StringComparison.OrdinalIgnoreCase))
        {
            // The bench edits YAML: a file of ftr-site-config is written over into one, which is believed before it.
            var read = SiteRuleReader.Read(file).Rule;
            return new BenchFile(In(folder, FileName(host)), read is null ? Skeleton(host) : SiteRuleWriter.Write(read), IsNew: true);
        }

        return catalogue.IsOwn(rule.Source)
            ? new BenchFile(rule.Source, file.Text, IsNew: false)
            : new BenchFile(In(folder, Path.GetFileName(rule.Source)), file.Text, IsNew: true);
    }

    /// <summary>Puts a text in the place of a file's, whole or not at all, and makes it count at once. Line ends stay the file's, and so does a link to it.</summary>
    /// <returns>What went wrong; <see langword="null"/> where nothing did.</returns>
    public string? Save(BenchFile file, string text)
    {
        if (file.Path is not { } path)
        {
            return "There is no folder of your own to save it in: start the daemon with --sites DIR.";
        }

        if (fromStore is not null && path.StartsWith(fromStore, StringComparison.Ordinal))
        {
            return "These rules are kept in the store, for all nodes: 'scraper sites pull DIR', make the change there, 'scraper sites push DIR'.";
        }

        if (file.IsNew && File.Exists(path))
        {
            return $"{file.Name} is there already, though no rule of it is in force; mend or remove it first.";
        }

        var half = string.Empty;
        try
        {
            path = !file.IsNew && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;

            // The ending keeps it from being read as a rule while it is half written.
            half = $"{path}.{Guid.NewGuid():N}.tmp";
            using (var stream = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings(file.LineEnd)));
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(half, File.GetUnixFileMode(path));
            }

            File.Move(half, path, overwrite: true);
            catalogue.Reload();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(half))
            {
                File.Delete(half);
            }

            return $"{file.Name} could not be saved: {e.Message}. Under systemd the folder of the sites must be writable for the service.";
        }
    }

    private static string? In(string? folder, string name) => folder is null ? null : Path.Combine(folder, name);

    /// <summary>A host as a file's name; hosts have no separators, and what else they may hold is left out.</summary>
    private static string FileName(string host) => new string([.. host.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')]).Trim('.') is { Length: > 0 } name ? $"{name}.yaml" : "site.yaml";

    private static string Skeleton(string host) => $"hosts: [{FileName(host)[..^".yaml".Length]}]\n";
}
