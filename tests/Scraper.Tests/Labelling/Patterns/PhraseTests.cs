using FluentAssertions;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("read more", "Read more", true)]
    [InlineData("read more", "READ MORE »", true)]
    [InlineData("read more", "Read more books", false)]
    [InlineData("more from *", "More from Culture", true)]
    [InlineData("more from *", "More from", true)]
    [InlineData("* all rights reserved", "The Herald. All rights reserved", true)]
    [InlineData("get * inbox", "Get the best of it in your inbox", true)]
    [InlineData("get * inbox", "Get the best of it in your inboxes", false)]
    [InlineData("# comments", "12 comments", true)]
    [InlineData("# comments", "twelve comments", false)]
    [InlineData("latest news|stories", "Latest stories", true)]
    [InlineData("latest news|stories", "Latest", false)]
    [InlineData("don't miss", "Don’t miss", true)]
    [InlineData("source : *", "Source: Reuters", true)]
    [InlineData("source : *", "Source of power", false)]
    [InlineData("© *", "© 2021 Herald", true)]
    [InlineData("ilgili haber", "İlgili Haber", true)]
    [InlineData("続きを読む", "続きを読む", true)]
    [InlineData("関連記事 *", "【関連記事】閉校した学校", true)]
    [InlineData("関連記事 *", "関連する記事", false)]
    [InlineData("未经许可 *", "未经许可不得转载", true)]
    public void A_phrase_matches_whole_lines_word_by_word(string phrase, string line, bool matches) =>
        Phrase.Parse(phrase).IsMatch(new WordBook().Read(line, colons: true)).Should().Be(matches);

    [Theory]
    [InlineData("*")]
    [InlineData("* *")]
    [InlineData("- x")]
    [InlineData("mail|e-mail us")]
    [InlineData("关|关闭 *")]
    public void A_phrase_that_says_nothing_or_splits_an_alternative_is_refused(string phrase)
    {
        var parse = () => Phrase.Parse(phrase);

        parse.Should().Throw<FormatException>();
    }

    [Fact]
    public void Many_stars_over_many_words_take_no_time()
    {
        var words = new WordBook().Read(string.Concat(Enumerable.Repeat("a ", 20_000)));

        Phrase.Parse("* a * a * a * b").IsMatch(words).Should().BeFalse();
    }
}
