using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>The nearest claim of each kind on a block, and which of them counts.</summary>
internal sealed class BlockClaim
{
    private readonly (ElementClaim? Claim, int Distance)[] _nearest = new (ElementClaim?, int)[5];

    /// <summary>Whether the block stands in the body.</summary>
    public bool IsInBody => Nearest(ElementClaimKind.Body) is not null;

    /// <summary>Whether its own element or one around it is looked through.</summary>
    public bool IsUnwrapped => Nearest(ElementClaimKind.Unwrap) is not null;

    public ElementClaim? Nearest(ElementClaimKind kind) => _nearest[(int)kind].Claim;

    /// <summary>Notes a claim; claims come nearest first.</summary>
    public void Note(ElementClaim claim, int distance)
    {
        if (_nearest[(int)claim.Kind].Claim is null)
        {
            _nearest[(int)claim.Kind] = (claim, distance);
        }
    }

    /// <summary>
    /// The claim that counts: a keep, also on what is stripped, that no strip undoes inside it; a strip, unless a field points at something in
    /// it; a field, unless the body stands in it; the body.
    /// </summary>
    public ElementClaim? Deciding()
    {
        var (keep, strip, field, body) = (At(ElementClaimKind.Keep), At(ElementClaimKind.Strip), At(ElementClaimKind.Field), At(ElementClaimKind.Body));
        if (keep != int.MaxValue && keep <= strip && keep <= field)
        {
            return Nearest(ElementClaimKind.Keep);
        }

        if (strip != int.MaxValue)
        {
            var isNamed = Nearest(ElementClaimKind.Strip)!.Label != Label.Other;
            return field < strip || (field == strip && !isNamed) ? Nearest(ElementClaimKind.Field) : Nearest(ElementClaimKind.Strip);
        }

        return field < body ? Nearest(ElementClaimKind.Field) : Nearest(ElementClaimKind.Body);
    }

    /// <summary>What a block of the article is by its kind.</summary>
    public Label BodyLabel(Block block) => block.Kind switch
    {
        BlockKind.Heading => Label.Heading,
        BlockKind.Caption when !IsUnwrapped => Label.Caption,
        _ => Label.Body,
    };

    private int At(ElementClaimKind kind) => _nearest[(int)kind] is { Claim: not null, Distance: var distance } ? distance : int.MaxValue;
}
