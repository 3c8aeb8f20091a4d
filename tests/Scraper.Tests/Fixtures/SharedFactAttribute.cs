using Xunit;

namespace Scraper.Tests.Fixtures;

/// <summary>A fact over shared test data; skipped where that is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        if (!Path.Exists(Path.Combine(RepositoryRoot.Shared, path)))
        {
            Skip = $"needs ../shared/{path}, which is not here";
        }
    }
}
