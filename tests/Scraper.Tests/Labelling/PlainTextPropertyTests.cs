using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core;
using Scraper.Core.Articles;
using Xunit;

namespace Scraper.Tests.Labelling;

public sealed class PlainTextPropertyTests
{
    private static readonly string[] Lines =
    [
        "The council voted on Tuesday to close the old bridge for repairs that will last until the spring.", "Lorries will have to take the northern road, which is twice as long.",
        "“Nobody asked us,” said the ferryman, who has crossed the river every day since 1974.", "The mayor said the bridge would be safer than ever when it opens again in May.",
        "Latest news", "Comments", "BY", "-", "By Anna Bell", "12 March 2020", "Read more: Bridge shut", "  • a point about the bridge", "## Heading", "The old bridge (pictured)", "Photo: PA",
        "Council closes old br…", "Council closes old bridge", "Advertisement", "", "", "1234", "続きを読む", "関連記事", "町は今後、校舎を宿泊施設として使う計画だ。", "\u00a0", "– Nei, sa han.", "Share", "About the author", "© 2020 Herald", "((((", "…", "::", "by", "#", "* ",
    ];

    private static Arbitrary<string> Pages { get; } = Gen.Elements(Lines).ListOf().Select(l => string.Join('\n', l)).ToArbitrary();

    [Fact]
    public void Any_text_is_cleaned_and_every_block_has_one_verdict_in_page_order() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var article = Clean(text ?? string.Empty);
            return article.Blocks.Select(b => b.Block.Index).SequenceEqual(Enumerable.Range(0, article.Blocks.Count)) && article.Blocks.All(b => b.Verdict.Reason.Confidence is >= 0 and <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_body_is_a_subsequence_of_the_pages_lines() =>
        Prop.ForAll(Pages, text =>
        {
            var article = Clean(text);
            var body = article.Blocks.Where(b => b.Verdict.IsText).Select(b => b.Block.Text);
            return article.Text == string.Join("\n\n", body) && article.Blocks.Select(b => b.Block.Line).SequenceEqual(article.Blocks.Select(b => b.Block.Line).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_gives_the_same_article() =>
        Prop.ForAll(Pages, text => Clean(text).Blocks.Select(b => b.Verdict).SequenceEqual(Clean(text).Blocks.Select(b => b.Verdict))).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_a_copy_of_a_body_sentence_as_caption_never_removes_the_sentence() =>
        Prop.ForAll(Gen.Choose(0, 3).ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), (copied, place) =>
        {
            var lines = Lines.Take(4).ToList();
            lines.Insert(place, Lines[copied].TrimEnd('.', '”'));
            return Clean("Council closes bridge\n\n" + string.Join("\n\n", lines)).Text.Split("\n\n").SequenceEqual(Lines.Take(4));
        }).QuickCheckThrowOnFailure();

    public static TheoryData<string, Func<string>> Hostile { get; } = new()
    {
        { "one word", () => string.Concat(Enumerable.Repeat("word ", 200_000)) },
        { "one word, cut", () => string.Concat(Enumerable.Repeat("word ", 200_000)) + "…" },
        { "equal lines", () => string.Concat(Enumerable.Repeat("The council voted on Tuesday to close the old bridge for repairs.\n", 50_000)) },
        { "equal cut lines", () => string.Concat(Enumerable.Repeat("Council closes the old bridge…\n", 50_000)) },
        { "nearly equal lines", () => string.Concat(Enumerable.Range(0, 20_000).Select(i => $"The council voted on Tuesday to close the old bridge number {i} for repairs that last\n\n")) },
        { "long near copies", () => string.Concat(Enumerable.Range(0, 500).Select(i => $"{string.Concat(Enumerable.Range(0, 390).Select(j => $"w{j} "))}{i}{(i % 2 == 0 ? "." : "")}\n\n")) },
        { "one long line", () => string.Concat(Enumerable.Range(0, 700_000).Select(i => $"w{i % 977} ")) },
        { "headings", () => string.Concat(Enumerable.Repeat("Latest news\nComments\nContact us\n", 20_000)) },
        { "fragments", () => string.Concat(Enumerable.Range(0, 50_000).Select(i => $"Some menu line {i}\n")) + Lines[0] },
        { "brackets", () => new string('(', 1_000_000) },
        { "colons", () => string.Concat(Enumerable.Repeat("a:", 500_000)) },
        { "dashes", () => string.Concat(Enumerable.Repeat("– Nei, sa han.\n", 50_000)) },
        { "wrapped", () => string.Concat(Enumerable.Repeat("a line of text that was wrapped to a width of some sixty\n", 50_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_is_cleaned_in_seconds(string name, Func<string> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        new Extractor().ExtractText(text(), url: null, patience.Token);

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), name);
    }

    private static Article Clean(string text) => new Extractor().ExtractText(text, url: null, CancellationToken.None).Article;
}
