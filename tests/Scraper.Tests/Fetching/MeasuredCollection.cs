using Xunit;

namespace Scraper.Tests.Fetching;

/// <summary>Tests that measure time or memory run alone.</summary>
[CollectionDefinition("measured", DisableParallelization = true)]
public sealed class MeasuredCollection;
