using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.EndToEnd.Cluster;

/// <summary>A fact about several nodes on one PostgreSQL; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs Unix signals" : PostgresCluster.Missing;

    /// <summary>Whether it also needs a library that gives a process another time.</summary>
    public bool NeedsFakeTime
    {
        get => false;
        set => Skip ??= value && FakeTime.Library is null ? "needs libfaketime (Debian: faketime), which is not installed" : null;
    }
}
