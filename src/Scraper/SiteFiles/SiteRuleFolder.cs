using Scraper.Core.Sites;

namespace Scraper.SiteFiles;

/// <summary>
/// The rules of one or more folders, kept up to date: a changed file is read again, and one that is broken leaves the
/// last good rule of that file in force. A folder that comes first is believed before a later one.
/// </summary>
internal sealed class SiteRuleFolder : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // No watcher tells of a file behind a link, nor of a folder that has taken the watched one's place.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<string> _folders;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ITimer _timer;
    private volatile SiteRuleSet _current = SiteRuleSet.Empty;
    private volatile IReadOnlyList<SiteProblem> _problems = [];

    /// <summary>Reads the folders; a folder that does not exist counts as empty.</summary>
    public SiteRuleFolder(IReadOnlyList<string> folders, TimeProvider time, ILogger<SiteRuleFolder> log)
    {
        (_folders, _log) = (folders, log);
        _timer = time.CreateTimer(_ => ReloadWatched(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Reload();
    }

    /// <summary>Rules or problems changed; raised after <see cref="Current"/> has been replaced, on a thread of the pool.</summary>
    public event EventHandler? Changed;

    /// <summary>The rules in force.</summary>
    public SiteRuleSet Current => _current;

    /// <summary>What is wrong with the files as they are now, including those whose last good rule is still in force.</summary>
    public IReadOnlyList<SiteProblem> Problems => _problems;

    /// <summary>Whether a rule of this file is in force: for a broken one, its last good rule.</summary>
    public bool IsInForce(string path) => _current.Rules.Any(r => r.Source == path);

    /// <summary>Begins to watch the folders. Bursts of changes are read once, when they have been quiet for 0.3 s; what no watcher tells is seen within 5 s.</summary>
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

        _timer.Change(Look, Look);

        void OnChange(object sender, EventArgs e) => _timer.Change(Quiet, Look);
    }

    /// <summary>Reads all files.</summary>
    public void Reload() => Read(everything: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(w => w.Dispose());
        _timer.Dispose();
    }

    private void Read(bool everything)
    {
        lock (_lock)
        {
            // A folder that is gone is a mishap, or about to be replaced: its rules stay in force, and its files are told as missing.
            var folders = _folders.Select(f => Directory.Exists(f) ? SiteRuleFiles.Find(f).ToList() : Known(f)).ToList();
            var paths = folders.SelectMany(f => f).ToList();
            var unreadable = new List<SiteProblem>();
            var changed = false;
            foreach (var path in paths)
            {
                changed |= Refresh(path, everything, unreadable);
            }

            foreach (var gone in _entries.Keys.Except(paths, StringComparer.Ordinal).ToList())
            {
                changed |= _entries.Remove(gone);
            }

            if (changed)
            {
                _current = Combine(folders);
            }

            var problems = unreadable.Concat(paths.Where(_entries.ContainsKey).SelectMany(p => _entries[p].Problems)).ToList();
            if (!changed && problems.SequenceEqual(_problems))
            {
                return;
            }

            _problems = problems;
            Report();
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    // Nobody waits for a reload that the watcher asked for, so what goes wrong with it is told here.
    private void ReloadWatched()
    {
        try
        {
            Read(everything: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.LogError("Site rules could not be read again, those in force stay: {Message}", e.Message);
        }
    }

    private List<string> Known(string folder) =>
        [.. _entries.Keys.Where(p => p.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private bool Refresh(string path, bool everything, List<SiteProblem> unreadable)
    {
        try
        {
            var info = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
            var stamp = (info.FullName, info.LastWriteTimeUtc, info.Length);
            if (_entries.TryGetValue(path, out var known) && known.Stamp == stamp && !everything)
            {
                return false;
            }

            var (rule, problems) = SiteRuleReader.Read(SiteRuleFiles.Read(path)[0]);
            _entries[path] = new Entry(stamp, rule, known?.LastGood, problems, problems);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unreadable.Add(new SiteProblem(SiteProblemSeverity.Error, path, 0, 0, string.Empty, e.Message));
            return false;
        }
    }

    /// <summary>
    /// Puts the rules together. A file that is refused, by itself or among the others (a host claimed twice, families in
    /// a circle), stands in with its last good rule.
    /// </summary>
    private SiteRuleSet Combine(IReadOnlyList<List<string>> folders)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        var newest = Load(e => e.Newest ?? e.LastGood);
        refused.UnionWith(newest.Problems.Where(p => p.Severity == SiteProblemSeverity.Error).Select(p => p.Source));
        var set = _entries.Values.Any(e => e.Newest is { } rule && e.LastGood is not null && refused.Contains(rule.Source))
            ? Load(e => e.Newest is { } rule && !refused.Contains(rule.Source) ? rule : e.LastGood)
            : newest;
        foreach (var (path, entry) in _entries.ToList())
        {
            _entries[path] = entry with
            {
                LastGood = entry.Newest is { } rule && !refused.Contains(path) ? rule : entry.LastGood,
                Problems = [.. entry.OwnProblems, .. newest.Problems.Where(p => p.Source == path)],
            };
        }

        return set;

        SiteRuleSet Load(Func<Entry, SiteRule?> choose) => SiteRuleSet.From(SiteFolders.Layered(
            folders.Select(f => f.Where(_entries.ContainsKey).Select(p => new SiteRuleReading(choose(_entries[p]), [])))));
    }

    // Each problem once, as long as it stays.
    private void Report()
    {
        var now = _problems.Where(p => p.Severity != SiteProblemSeverity.Note).DistinctBy(p => p.ToString()).ToDictionary(p => p.ToString(), StringComparer.Ordinal);
        foreach (var (line, problem) in now.Where(p => !_reported.Contains(p.Key)))
        {
            if (problem.Severity == SiteProblemSeverity.Error)
            {
                _log.LogWarning("{Problem} ({Consequence})", line, IsInForce(problem.Source) ? "its last good rule stays in force" : "no rule of it is in force");
            }
            else
            {
                _log.LogWarning("{Problem}", line);
            }
        }

        _reported.Clear();
        _reported.UnionWith(now.Keys);
    }

    /// <summary>What is known of a file.</summary>
    /// <param name="Stamp">Its place, behind any link, and its time and size when it was read.</param>
    /// <param name="Newest">The rule that it gave; <see langword="null"/> where it is broken.</param>
    /// <param name="LastGood">The last rule of it that was in force.</param>
    /// <param name="OwnProblems">What is wrong with the file by itself.</param>
    /// <param name="Problems">The same, and what is wrong with it among the others.</param>
    private sealed record Entry(
        (string Place, DateTime Written, long Length) Stamp, SiteRule? Newest, SiteRule? LastGood, IReadOnlyList<SiteProblem> OwnProblems, IReadOnlyList<SiteProblem> Problems);
}
