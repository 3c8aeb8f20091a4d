using Scraper.Core.Sites;

namespace Scraper.SiteFiles;

/// <summary>
/// The rules of one or more folders, kept up to date: a changed file is read again, and one that is broken leaves the
/// last good rule of that file in force. A folder that comes first is believed before a later one.
/// </summary>
internal sealed class SiteRuleFolder : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly IReadOnlyList<string> _folders;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ITimer _timer;
    private volatile SiteRuleSet _current = SiteRuleSet.Empty;

    /// <summary>Reads the folders; a folder that does not exist counts as empty.</summary>
    public SiteRuleFolder(IReadOnlyList<string> folders, TimeProvider time, ILogger<SiteRuleFolder> log)
    {
        (_folders, _log) = (folders, log);
        _timer = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Reload();
    }

    /// <summary>The set changed; raised after <see cref="Current"/> has been replaced, on a thread of the pool.</summary>
    public event EventHandler? Changed;

    /// <summary>The rules in force.</summary>
    public SiteRuleSet Current => _current;

    /// <summary>What is wrong with the files as they are now, including those whose last good rule is still in force.</summary>
    public IReadOnlyList<SiteProblem> Problems { get; private set; } = [];

    /// <summary>Begins to watch the folders. Bursts of changes are read once, when they have been quiet for 0.3 s.</summary>
    public void Watch()
    {
        foreach (var folder in _folders.Where(Directory.Exists))
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, EnableRaisingEvents = true };
            watcher.Changed += OnChange;
            watcher.Created += OnChange;
            watcher.Deleted += OnChange;
            watcher.Renamed += OnChange;
            watcher.Error += (_, e) =>
            {
                _log.LogWarning(e.GetException(), "Lost sight of changes in {Folder}; reading it whole", folder);
                OnChange(watcher, EventArgs.Empty);
            };
            _watchers.Add(watcher);
        }

        void OnChange(object sender, EventArgs e) => _timer.Change(Quiet, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Reads all files that changed since they were last read.</summary>
    public void Reload()
    {
        lock (_lock)
        {
            var folders = _folders.Where(Directory.Exists).Select(f => SiteRuleFiles.Find(f).ToList()).ToList();
            var paths = folders.SelectMany(f => f).ToList();
            var unreadable = new List<SiteProblem>();
            var changed = false;
            foreach (var path in paths)
            {
                changed |= Refresh(path, unreadable);
            }

            foreach (var gone in _entries.Keys.Except(paths, StringComparer.Ordinal).ToList())
            {
                changed |= _entries.Remove(gone);
            }

            if (changed || unreadable.Count > 0)
            {
                // A broken file stands in with its last good rule; what is wrong with it is told beside the set's own problems.
                var readings = paths.Where(_entries.ContainsKey).Select(p => _entries[p]).ToList();
                _current = SiteRuleSet.From(SiteFolders.Layered(
                    folders.Select(f => f.Where(_entries.ContainsKey).Select(p => new SiteRuleReading(_entries[p].LastGood, [])))));
                Problems = [.. unreadable, .. readings.SelectMany(e => e.Problems), .. _current.Problems];
                Report();
            }

            if (!changed)
            {
                return;
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(w => w.Dispose());
        _timer.Dispose();
    }

    private bool Refresh(string path, List<SiteProblem> unreadable)
    {
        try
        {
            var info = new FileInfo(path);
            var stamp = (info.LastWriteTimeUtc, info.Length);
            if (_entries.TryGetValue(path, out var known) && known.Stamp == stamp)
            {
                return false;
            }

            var (rule, problems) = SiteRuleReader.Read(SiteRuleFiles.Read(path)[0]);
            _entries[path] = new Entry(stamp, rule ?? known?.LastGood, problems);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unreadable.Add(new SiteProblem(SiteProblemSeverity.Error, path, 0, 0, string.Empty, e.Message));
            return false;
        }
    }

    // Each problem once, as long as it stays.
    private void Report()
    {
        var now = Problems.Where(p => p.Severity != SiteProblemSeverity.Note).Select(p => p.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in now.Except(_reported, StringComparer.Ordinal))
        {
            _log.LogWarning("{Problem}", problem);
        }

        _reported.Clear();
        _reported.UnionWith(now);
    }

    private sealed record Entry((DateTime Written, long Length) Stamp, SiteRule? LastGood, IReadOnlyList<SiteProblem> Problems);
}
