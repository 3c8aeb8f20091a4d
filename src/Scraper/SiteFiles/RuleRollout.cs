using Scraper.Storage;

namespace Scraper.SiteFiles;

/// <summary>
/// A folder of this node's own with the rules that are kept in the store, brought to each new version as it comes. What
/// watches the folder sees the files change, as if somebody had written them.
/// </summary>
internal sealed class RuleRollout(IRuleStore rules) : IDisposable
{
    /// <summary>The folder; gone when this is disposed.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("scraper-rules-").FullName;

    /// <summary>The version that stands there; 0 for none.</summary>
    public int Version { get; private set; }

    /// <summary>Brings the folder to the last version.</summary>
    /// <returns>Whether there was a new one.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<bool> TakeOverAsync(CancellationToken cancellationToken)
    {
        var last = await rules.VersionAsync(cancellationToken);
        if (last == Version || await rules.PullAsync(last, cancellationToken) is not { } set)
        {
            return false;
        }

        Write(set, Folder);
        Version = set.Version;
        return true;
    }

    /// <summary>Makes a folder hold the files of a set and no other rule files. Files that say the same stay untouched.</summary>
    /// <returns>The rule files that the set does not have and that were removed.</returns>
    /// <exception cref="IOException">It cannot be written, or a name leads out of it.</exception>
    public static IReadOnlyList<string> Write(RuleSet set, string folder)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var wanted = set.Files.ToDictionary(f => Path.GetFullPath(Path.Combine(root, f.Path)), f => f.Text, StringComparer.Ordinal);
        if (wanted.Keys.FirstOrDefault(p => !p.StartsWith(root, StringComparison.Ordinal)) is { } outside)
        {
            throw new IOException($"{outside}: a rule file of version {set.Version} lies outside its folder");
        }

        var gone = SiteRuleFiles.Find(folder).Where(p => !wanted.ContainsKey(Path.GetFullPath(p))).ToList();
        gone.ForEach(File.Delete);

        foreach (var (path, text) in wanted.Where(w => !File.Exists(w.Key) || File.ReadAllText(w.Key) != w.Value))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".new", text);
            File.Move(path + ".new", path, overwrite: true);
        }

        return gone;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
