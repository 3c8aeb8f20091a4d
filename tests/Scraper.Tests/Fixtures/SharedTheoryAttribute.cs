using Xunit;

namespace Scraper.Tests.Fixtures;

/// <summary>A theory over shared test data; skipped where that is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string path)
    {
        if (!Path.Exists(Path.Combine(RepositoryRoot.Shared, path)))
        {
            Skip = $"needs ../shared/{path}, which is not here";
        }
    }
}
