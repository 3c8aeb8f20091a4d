namespace Scraper.Core.Metadata;

/// <summary>Where a label of a byline ends and a name begins.</summary>
internal sealed partial class AuthorNames
{
    // "Redazione Cronaca" is no label and a name: a label is parted from a name of one word.
    private static bool IsDesk(LineReader line, int i, int by) =>
        i == 0 && line.Count == by + 1 && line[by].IsWord && !TextTokens.IsHan(line[by].Folded[0]) && line.MatchOwn(0, WordUse.BylineLabel) == by && line.MatchOwn(0, WordUse.Byline) == 0;

    // "Jane Doe in London and John Roe in Paris": where the next name begins; 0 where none follows.
    private static int NextName(LineReader line, int i)
    {
        for (; line.Has(i); i++)
        {
            if (line.MatchAnd(i) is > 0 and var and && NameText.IsCapitalised(line, i + and) && NameText.IsCapitalised(line, i + and + 1))
            {
                return i + and;
            }
        }

        return 0;
    }

    private static int ByEnd(LineReader line, int i) =>
        Math.Max(line.MatchOwn(i, WordUse.Byline | WordUse.BylineLabel | WordUse.BylineWeak | WordUse.Published | WordUse.Updated) is > 0 and var label && !IsDesk(line, i, label) ? label : 0, line.MatchPage(i, WordUse.BylineShort) is > 0 and var brief && FullName.Opens(line, i + brief) ? brief : 0);

    // "河報 記者王小明": the label stands apart from the outlet and runs into the name.
    private static int OutletEnd(LineReader line, int i) =>
        TextTokens.IsHan(line[i].Folded[0]) && line[i].Start > line[i - 1].End && line.MatchOwn(i, WordUse.BylineLabel) is > 1 and var label
        && line.Has(i + label) && line[i + label].Start == line[i + label - 1].End && TextTokens.IsHan(line[i + label].Folded[0]) ? label : 0;
}
