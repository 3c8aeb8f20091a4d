namespace Scraper.Core.Metadata;

/// <summary>Tells roles and places beside names.</summary>
/// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
internal sealed class NameRoles(string? language)
{
    private readonly bool _isEnglish = language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a name behind a full one is where that one was or whom it writes for: "Jane Doe, Washington"; "AFP" is an agency.</summary>
    public static bool IsPlace(string name, List<string> names) =>
        names.Count > 0 && names[^1].Contains(' ') && name.Length > 1 && char.IsUpper(name[0])
        && (name.LastIndexOf(' ') is > 0 and var last ? OutletWords.Contains(name[(last + 1)..]) || PersonName.OpensWithAcronym(name) : name.Any(char.IsLower) || name.Any(char.IsDigit));

    /// <summary>Leaves of the words of a name what is no role: "JANE DOE STAFF WRITER", "Reporter Jane Doe", "Jane Doe le".</summary>
    public void CutOff(List<TextToken> tokens, LineReader line)
    {
        while (tokens.Count > 2 && tokens[^1].IsWord && NameText.IsParticle(tokens[^1].Folded) && char.IsLower(line.Text[tokens[^1].Start]))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (tokens.Count < 3)
        {
            return;
        }

        var piece = new LineReader(line.Text[tokens[0].Start..tokens[^1].End], language);
        if (piece.Count != tokens.Count)
        {
            return;
        }

        if (piece.MatchOwn(0, WordUse.Role) is > 0 and var before && piece.Count - before >= 2)
        {
            tokens.RemoveRange(0, before);
            return;
        }

        for (var i = 2; i < piece.Count; i++)
        {
            if (piece.MatchOwn(i, WordUse.Role) == piece.Count - i)
            {
                // "Jane Doe Court reporter": before a small role the last capital is the role's.
                i -= i > 2 && i == piece.Count - 1 && _isEnglish && char.IsLower(piece.Text[piece[i].Start]) ? 1 : 0;
                tokens.RemoveRange(i, tokens.Count - i);
                return;
            }
        }
    }

    /// <summary>Whether some words end in a role.</summary>
    public bool Is(List<TextToken> tokens, LineReader line) =>
        tokens.Count > 1 && new LineReader(line.Text[tokens[0].Start..tokens[^1].End], language) is var piece && Enumerable.Range(1, piece.Count - 1).Any(i => piece.MatchOwn(i, WordUse.Role) == piece.Count - i && piece.Count - i > 0);
}
