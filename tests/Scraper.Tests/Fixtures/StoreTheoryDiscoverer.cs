using Xunit.Abstractions;
using Xunit.Sdk;

namespace Scraper.Tests.Fixtures;

/// <summary>Skips theories of a class that needs what is not here.</summary>
public sealed class StoreTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    // The discoverer's own skipped case has its reason from the attribute, which does not know it, and so would run.
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        StoreFactDiscoverer.Reason(testMethod) is { } reason
            ? [StoreFactDiscoverer.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod, reason)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}
