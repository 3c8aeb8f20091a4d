using Xunit;
using Xunit.Sdk;

namespace Scraper.Tests.Fixtures;

/// <summary>A theory of every engine: stands in an abstract class, of which each engine has its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Scraper.Tests.Fixtures.StoreTheoryDiscoverer", "Scraper.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;
