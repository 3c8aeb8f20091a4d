using Xunit;

namespace Scraper.EndToEnd.Cluster;

/// <summary>Tests of clusters watch deadlines, so nothing else runs beside them.</summary>
[CollectionDefinition("cluster", DisableParallelization = true)]
public sealed class ClusterCollection;
