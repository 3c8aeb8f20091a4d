using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>Numbers the groups of alike siblings of a page: containers of one signature in one parent.</summary>
internal sealed class SiblingGroups : IDisposable
{
    private readonly WordMap _last = new(256);
    private readonly List<(int Parent, uint Signature, int Before, int Size)> _groups = new(256);

    /// <summary>Adds a container.</summary>
    /// <returns>Its group's number, and how many of the group came before it.</returns>
    public (int Group, int Place) Add(int parent, uint signature)
    {
        // Groups that share a hash are chained.
        var hash = TokenHash.Add(signature, (uint)parent);
        var last = _last[hash];
        var groups = CollectionsMarshal.AsSpan(_groups);
        for (var at = last; at >= 0; at = groups[at].Before)
        {
            if (groups[at].Parent == parent && groups[at].Signature == signature)
            {
                return (at, groups[at].Size++);
            }
        }

        _groups.Add((parent, signature, last, 1));
        _last[hash] = _groups.Count - 1;
        return (_groups.Count - 1, 0);
    }

    /// <summary>How many containers each group has.</summary>
    public int[] Sizes()
    {
        var sizes = new int[_groups.Count];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = _groups[i].Size;
        }

        return sizes;
    }

    public void Dispose() => _last.Dispose();
}
