using Xunit;
using Xunit.Sdk;

namespace Scraper.Tests.Fixtures;

/// <summary>A fact of every engine: stands in an abstract class, of which each engine has its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Scraper.Tests.Fixtures.StoreFactDiscoverer", "Scraper.Tests")]
public sealed class StoreFactAttribute : FactAttribute
{
    /// <param name="shared">What it needs of <c>../shared</c>, if anything.</param>
    public StoreFactAttribute(string? shared = null)
    {
        if (shared is not null && !Path.Exists(Path.Combine(RepositoryRoot.Shared, shared)))
        {
            Skip = $"needs ../shared/{shared}, which is not here";
        }
    }
}
