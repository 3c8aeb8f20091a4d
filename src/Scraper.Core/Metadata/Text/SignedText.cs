using System.Buffers;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Metadata;

/// <summary>
/// Who wrote as the text itself says, for pages that name nobody at a headline: a byline above the text or where it ends, a
/// reporter in brackets at either end ("（记者 王小明）"), a Korean dateline ("(서울=새벽통신) 홍길동 기자 ="), a name alone under the text.
/// </summary>
internal static class SignedText
{
    /// <summary>Blocks above the text within which a byline is its own, though no headline stands there.</summary>
    private const int Ahead = 8;

    /// <summary>Blocks behind the text within which a byline still signs it.</summary>
    private const int Behind = 3;

    /// <summary>UTF-16 code units at the start of a text that a dateline takes, and at its end that brackets take.</summary>
    private const int Longest = 70;

    private const int LongestName = 40;
    private const char LastLatin = '\u024F';

    private static readonly SearchValues<char> Opening = SearchValues.Create("（(〔【［[");
    private static readonly SearchValues<char> Closing = SearchValues.Create("）)〕】］]");

    /// <summary>The names, or none.</summary>
    /// <param name="blocks">All blocks of the page, labelled.</param>
    /// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
    public static IReadOnlyList<string> Authors(IReadOnlyList<LabelledBlock> blocks, string? language)
    {
        if (BodyRange.Of(blocks) is not { } body)
        {
            return [];
        }

        var (first, last) = (body.First.Block.Index, body.Last.Block.Index);
        var lines = blocks.Skip(Math.Max(0, first - Ahead)).Take(last + Behind + 1 - Math.Max(0, first - Ahead)).Where(b => b.Verdict.Label == Label.Byline).ToList();
        var above = lines.Where(b => b.Block.Index < first).Reverse().Where(b => IsSigned(b, language, mayHaveDate: true));
        var below = lines.Where(b => b.Block.Index > first).Reverse().Where(b => IsSigned(b, language, mayHaveDate: false));
        var names = new AuthorNames(language);
        if (above.Concat(below).Select(b => names.Parse(b.Block.Text)).FirstOrDefault(n => n.Count > 0) is { } signed)
        {
            return signed;
        }

        string?[] places = [AtStart(body.First.Block.Text, language), InBrackets(body.Last.Block.Text, language), Signature(blocks, last, language)];
        return places.OfType<string>().Select(names.Parse).FirstOrDefault(n => n.Count > 0) ?? [];
    }

    // Under a text a date beside the name is a reader's comment.
    private static bool IsSigned(LabelledBlock line, string? language, bool mayHaveDate) =>
        BylineShape.Of(new LineReader(line.Block.Text, language)) is { } shape && (mayHaveDate || !shape.HasDate) && (shape.HasSuffix || shape.Opening is WordUse.Byline or WordUse.BylineLabel);

    // "(서울=새벽통신) 홍길동 기자 = 비가 …", "本报北京3月3日电（记者 王小明）…"
    private static string? AtStart(string text, string? language)
    {
        var head = text[..Math.Min(text.Length, Longest)];
        if (head.LastIndexOf('=') is > 0 and var equals && new LineReader(head[..equals].TrimEnd(), language) is { Count: > 1 } line && line.MatchOwn(line.Count - 1, WordUse.BylineAfter) > 0)
        {
            var place = head.AsSpan(0, equals).LastIndexOfAny(')', ']') + 1;
            return head[place..equals];
        }

        var open = head.AsSpan().IndexOfAny(Opening);
        var length = open < 0 ? -1 : head.AsSpan(open).IndexOfAny(Closing);
        return length > 0 && Named(head[(open + 1)..(open + length)], language) is { } named ? named : null;
    }

    // "……。（记者 王小明 编辑 李四）"
    private static string? InBrackets(string text, string? language)
    {
        var trimmed = text.TrimEnd(' ', '。', '.');
        var open = trimmed.Length > 0 && Closing.Contains(trimmed[^1]) ? trimmed.AsSpan().LastIndexOfAny(Opening) : -1;
        return open >= 0 && trimmed.Length - open <= Longest ? Named(trimmed[(open + 1)..^1], language) ?? JapaneseSignature.In(trimmed[(open + 1)..^1], language) : null;
    }

    // What is in brackets names a reporter where it opens with a label of Chinese, an outlet's name before it or not, or ends with a reporter's suffix.
    private static string? Named(string text, string? language)
    {
        var line = new LineReader(text, language);
        return line.Count > 1 && ((TextTokens.IsHan(text.TrimStart()[0]) && (line.MatchOwn(0, WordUse.Byline | WordUse.BylineLabel) > 0 || NameText.ReporterEnd(line, 0) > 0)) || line.MatchOwn(line.Count - 1, WordUse.BylineAfter) > 0) ? text : null;
    }

    // The writer's name alone is the text's last line or the block behind it. In English and German, whose other lines have capitals as well, it may be anything.
    private static string? Signature(IReadOnlyList<LabelledBlock> blocks, int last, string? language)
    {
        var mayBeAnything = language is null || language.StartsWith("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var person = new PersonName(language);
        return blocks.Skip(last).Take(2).Where(b => b.Verdict.Label is Label.Body or Label.Other or Label.Byline && b.Block.Kind == BlockKind.Paragraph)
            .Select(b => b.Block.Text[(b.Block.Text.LastIndexOf('\n') + 1)..])
            .Select(t => InBrackets(t, language) ?? (IsName(t) ? t : null))
            .FirstOrDefault(t => t is not null);

        bool IsName(string t) => t.Length is > 0 and <= LongestName && (!mayBeAnything || t[0] > LastLatin) && (person.IsFull(t) || JapaneseSignature.In(t, language) is not null);
    }
}
