using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Scraper.Core.Metadata;

/// <summary>Writes a person's name that is printed in capitals as names are written: NORA FINCH, ANN O'NEIL, LUDWIG VAN DER BERG, BOB McDONALD.</summary>
/// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
internal sealed class CapitalName(string? language)
{
    private const int FewestWords = 2;
    private const int MostWords = 5;

    /// <summary>Letters of the shortest word that needs a vowel to be one: shorter ones are initials or Ng.</summary>
    private const int Sounded = 3;
    private const string Vowels = "AEIOUYÆØŒАЕИОУЫЭЮЯІЄ";

    // What stays small inside a name in the languages that write it small; "La", "Di" and "El" are as often capitals.
    private static readonly FrozenSet<string> Small = "van von vom der den de da do dos das del des ten ter zu zum zur bin bint ibn".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // "EL PAÍS", "THE HINDU" are outlets.
    private static readonly FrozenSet<string> Articles = "the el la los las il lo gli le les der die das os as".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language is null ? string.Empty : language.StartsWith("tr", StringComparison.OrdinalIgnoreCase) || language.StartsWith("az", StringComparison.OrdinalIgnoreCase) ? "tr" : string.Empty);

    /// <summary>The name as names are written; as it is where it is not in capitals or not a person's.</summary>
    public string Written(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < FewestWords or > MostWords || !words.Any(w => w.Count(char.IsUpper) >= Sounded) || !Array.TrueForAll(words, IsCapital)
            || Articles.Contains(Lower(words[0])) || words.Any(w => OutletWords.Contains(w) || NewsAgencies.Contains(w)) || new LineReader(name, language) is var line && Enumerable.Range(0, line.Count).Any(i => line.MatchOwn(i, WordUse.Role) > 0))
        {
            return name;
        }

        return string.Join(' ', words.Select((w, i) => i > 0 && i < words.Length - 1 && Small.Contains(Lower(w)) ? Lower(w) : Word(w)));
    }

    // All capitals but for "Mc" and small particles; of a script whose capitals have all that its small letters have, which Greek's have not.
    private static bool IsCapital(string word)
    {
        var letters = word.StartsWith("Mc", StringComparison.Ordinal) && word.Length > 3 ? word.Remove(1, 1) : word;
        return Small.Contains(word) || (letters.All(c => char.IsUpper(c) ? c is < '\u0370' or > '\u03FF' : c is '.' or '-' or '\'' or '’')
            && letters.Any(char.IsUpper) && (letters.Count(char.IsUpper) < Sounded || letters.Contains('.') || letters.Any(IsVowel)));
    }

    private static bool IsVowel(char c) => Vowels.Contains(c.ToString().Normalize(NormalizationForm.FormD)[0], StringComparison.Ordinal);

    private string Word(string word)
    {
        // Initials ("JR." is none), credentials and numbers of a dynasty.
        if (word.Trim('.').Length == 2 && word is not ("JR" or "JR." or "SR" or "SR.") && (!word.Any(IsVowel) || word[1] == 'J'))
        {
            return word;
        }

        if (Lower(word.TrimEnd('.')) is var folded && folded is not ("jr" or "sr" or "ma" or "do") && NameTest.IsCredential(folded))
        {
            return word;
        }

        var written = new StringBuilder(word.Length);
        var isFirst = true;
        for (var i = 0; i < word.Length; i++)
        {
            written.Append(isFirst ? word[i] : char.ToLower(word[i], _culture));
            isFirst = word[i] is '.' or '-' || (word[i] is '\'' or '’' && i == 1) || (i == 1 && word.Length > 4 && word[0] == 'M' && word[1] is 'C' or 'c');
        }

        return written.ToString();
    }

    private string Lower(string word) => word.ToLower(_culture);
}
