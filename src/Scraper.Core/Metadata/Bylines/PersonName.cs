using System.Collections.Frozen;
using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>Tells names of persons by their look.</summary>
/// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
internal sealed class PersonName(string? language)
{
    // Words of buttons and of recipe cards, which stand beside dates and durations as names do.
    private static readonly FrozenSet<string> Buttons = new[]
    {
        "share", "alerts", "follow", "print", "sidebar", "subscribe", "download", "listen", "comments", "newsletter", "login", "menu", "watch", "video", "view", "recipe", "recipes", "time", "servings", "reviews", "teilen", "drucken", "merken", "partager", "imprimer", "compartir", "imprimir", "compartilhar", "condividi", "delen", "paylaş", "yazdır",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name is an agency's letters ("AFP").</summary>
    public static bool IsAcronym(string name) => name.Length is > 1 and < 7 && name.All(char.IsUpper);

    /// <summary>Whether a text opens with an outlet's letters: "ARD Berlin", "CNN Indonesia".</summary>
    public static bool OpensWithAcronym(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is >= 3 and <= 4 and var first && name[..first].All(char.IsUpper) && name[first..].Any(char.IsLower);

    /// <summary>Whether a text is two to four capitalised words, particles between them allowed, of a script that has capitals.</summary>
    public bool IsFull(string text)
    {
        var line = new LineReader(text.Trim('•', '·', '|', ' ', '\n', ','), language);
        var capitals = 0;
        for (var i = 0; line.Has(i); i++)
        {
            if (line[i].IsWord && NameText.IsCapitalised(line, i) && char.IsUpper(line.Text[line[i].Start]))
            {
                capitals++;
            }
            else if (!(line[i].IsMark('.') || line[i].IsMark('-') || (line[i].IsWord && NameText.IsParticle(line[i].Folded))))
            {
                return false;
            }
        }

        return capitals is >= 2 and <= 4 && !PlaceNames.Contains(line.Text) && line.MatchOwn(line.Count - 1, WordUse.Role) == 0 && !Enumerable.Range(0, line.Count).Any(i => Buttons.Contains(line[i].Folded));
    }

    /// <summary>Whether a text is a full name, or in a script without capitals as short as one.</summary>
    public bool IsPersonal(string name)
    {
        if (name.Length == 0 || char.GetUnicodeCategory(name[0]) != UnicodeCategory.OtherLetter)
        {
            return IsFull(name);
        }

        return name[0] is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' ? name.Length is >= 2 and <= 4 || (name.Length <= 8 && name.Contains(' ')) : name.Count(c => c == ' ') is >= 1 and <= 3;
    }
}
