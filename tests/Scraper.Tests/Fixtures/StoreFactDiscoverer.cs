using Xunit.Abstractions;
using Xunit.Sdk;

namespace Scraper.Tests.Fixtures;

/// <summary>Skips facts of a class that needs what is not here.</summary>
public sealed class StoreFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    /// <summary>Why a test cannot run; <see langword="null"/> where it can.</summary>
    public static string? Reason(ITestMethod method) =>
        method.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any() ? PostgresCluster.Missing : null;

    /// <summary>A test that is skipped for a reason that its attribute does not know.</summary>
    public static IXunitTestCase Skipped(IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method, string reason) =>
        new XunitSkippedDataRowTestCase(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, reason);

    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Reason(testMethod) is { } reason
            ? Skipped(DiagnosticMessageSink, discoveryOptions, testMethod, reason)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
