using Scraper.Core.Blocks;
using static Scraper.Core.Labelling.FeatureReader;

namespace Scraper.Core.Labelling;

/// <summary>Columns Text… and Word…: a block by itself.</summary>
internal static class TextFeatures
{
    private const int MostRatedWords = 60;
    private const int LongestLabel = 40;
    private const int LongestPhrase = 8;

    public static void Write(PageView view, FeatureTable table)
    {
        for (var i = 0; i < view.Count; i++)
        {
            var block = view.Blocks[i];
            WriteShape(block, view.Shapes[i], view.Origins[i].LinkLength, table, i);
            WriteInlines(block, table, i);
            WriteWords(view, table, i);
        }

        WritePhrases(view, table);
    }

    private static void WriteShape(Block block, in TextShape s, int links, FeatureTable table, int i)
    {
        var signs = Math.Max(1, s.Letters + s.Digits);
        var words = Math.Max(1, s.ReadWords);
        table[Feature.TextLength, i] = Log(signs);
        table[Feature.TextWords, i] = s.ReadWords < 40 ? s.ReadWords : 40;
        table[Feature.TextSentences, i] = Math.Min(s.Sentences, 8);
        table[Feature.TextWordsPerSentence, i] = words / (float)(s.Sentences + 1);
        table[Feature.TextWordLength, i] = s.Words == 0 ? 0 : (float)(signs - s.Spaceless) / s.Words;
        table[Feature.TextStopWords, i] = s.StopWords / (float)words;
        table[Feature.TextDigits, i] = s.Digits / (float)signs;
        table[Feature.TextUpper, i] = s.Uppers / (float)signs;
        table[Feature.TextCapitalised, i] = s.Capitalised / (float)Math.Max(1, s.Words);
        table[Feature.TextCommas, i] = s.Commas / (float)words;
        table[Feature.TextQuotes, i] = Math.Min(s.Quotes, 6);
        table[Feature.TextSeparators, i] = Math.Min(s.Separators, 6);
        table[Feature.TextEnd, i] = s.End;
        table[Feature.TextStart, i] = s.Start;
        table[Feature.TextYear, i] = s.HasYear ? 1 : 0;
        table[Feature.TextTime, i] = s.HasTime ? 1 : 0;
        table[Feature.TextAt, i] = s.HasAt ? 1 : 0;
        table[Feature.TextCopyright, i] = s.HasCopyright ? 1 : 0;
        table[Feature.TextCurrency, i] = s.HasCurrency ? 1 : 0;
        table[Feature.TextAddress, i] = s.HasAddress ? 1 : 0;
        table[Feature.TextSpaceless, i] = s.Spaceless / (float)signs;
        table[Feature.TextLines, i] = Math.Min(s.Lines, 16);
        table[Feature.TextTabs, i] = Math.Min(s.Tabs, 16);
        table[Feature.TextLinkDensity, i] = Math.Min(1, links / (float)signs);
    }

    private static void WriteInlines(Block block, FeatureTable table, int i)
    {
        int links = 0, longest = 0, strong = 0, emphasis = 0;
        var isLabelled = false;
        foreach (var inline in block.Inlines)
        {
            switch (inline.Kind)
            {
                case InlineKind.Link:
                    links++;
                    longest = Math.Max(longest, inline.Length);
                    isLabelled |= IsLabelled(block.Text, inline);
                    break;
                case InlineKind.Strong:
                    strong += inline.Length;
                    break;
                case InlineKind.Emphasis:
                    emphasis += inline.Length;
                    break;
                default:
                    break;
            }
        }

        var length = (float)block.Text.Length;
        table[Feature.TextLinks, i] = Math.Min(links, 16);
        table[Feature.TextLinkLength, i] = Log(longest);
        table[Feature.TextStrong, i] = Math.Min(1, strong / length);
        table[Feature.TextEmphasis, i] = Math.Min(1, emphasis / length);
        table[Feature.TextLabelLink, i] = isLabelled ? 1 : 0;
        table[Feature.TextIsOneLink, i] = links == 1 && longest >= length - 1 ? 1 : 0;
    }

    /// <summary>"Read also: " and then a link to the end, in any language.</summary>
    private static bool IsLabelled(string text, in Inline link) =>
        link.Start is > 2 and < LongestLabel && link.Start + link.Length >= text.Length - 1 && text.AsSpan(0, link.Start).TrimEnd() is [.., ':' or '：'];

    private static void WriteWords(PageView view, FeatureTable table, int i)
    {
        var words = view.WordNumbersOf(i);
        float sum = 0, min = 0, max = 0, shop = 0;
        var known = 0;
        foreach (var word in words[..Math.Min(words.Length, MostRatedWords)])
        {
            var odds = view.Words.Odds(word);
            if (odds.Any != 0)
            {
                sum += odds.Any;
                shop += odds.Shop;
                known++;
                min = Math.Min(min, odds.Any);
                max = Math.Max(max, odds.Any);
            }
        }

        table[Feature.WordMean, i] = known == 0 ? 0 : sum / known;
        table[Feature.WordMin, i] = min;
        table[Feature.WordMax, i] = max;
        table[Feature.WordShopMean, i] = known == 0 ? 0 : shop / known;
    }

    /// <summary>Columns of short texts as a whole, and of how texts open.</summary>
    private static void WritePhrases(PageView view, FeatureTable table)
    {
        var tokens = new uint[2 * view.Count];
        var odds = new TokenOdd[tokens.Length];
        for (var i = 0; i < view.Count; i++)
        {
            (tokens[2 * i], tokens[(2 * i) + 1]) = (view.Shapes[i].Folded, view.Shapes[i].Opening);
        }

        view.Odds.Find(tokens, odds);
        for (var i = 0; i < view.Count; i++)
        {
            var phrase = view.Shapes[i].Words <= LongestPhrase ? odds[2 * i] : default;
            table[Feature.WordPhrase, i] = phrase.Any;
            table[Feature.WordShopPhrase, i] = phrase.Shop;
            table[Feature.WordOpening, i] = odds[(2 * i) + 1].Any;
        }
    }
}
