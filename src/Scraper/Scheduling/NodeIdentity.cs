using Quartz.Extensibility;

namespace Scraper.Scheduling;

/// <summary>Tells Quartz this node's number, so that its tables and ours name nodes alike.</summary>
internal sealed class NodeIdentity(ThisNode node) : IInstanceIdGenerator
{
    public ValueTask<string> GenerateInstanceId(CancellationToken cancellationToken = default) => ValueTask.FromResult(node.Id);
}
