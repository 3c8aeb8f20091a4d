namespace Scraper.EndToEnd.Cluster;

/// <summary>libfaketime: the clock of a process, off by so much.</summary>
internal static class FakeTime
{
    /// <summary>Its library for programs with threads; <see langword="null"/> where it is not installed.</summary>
    public static string? Library { get; } = Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib").Append("/usr/lib").Select(d => Path.Combine(d, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
        : null;

    /// <summary>The environment of a process whose clock is ahead.</summary>
    public static IReadOnlyDictionary<string, string> Ahead(TimeSpan by) => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library!,
        ["FAKETIME"] = FormattableString.Invariant($"+{by.TotalSeconds}s"),
        ["NO_FAKE_STAT"] = "1",
    };
}
