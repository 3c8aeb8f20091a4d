using FluentAssertions;
using Scraper.Storage.Sql;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("port harbour", "AND port, AND harbour")]
    [InlineData("port OR harbour NOT ferry", "AND port, OR harbour, NOT ferry")]
    [InlineData("OR port AND harbour", "AND port, AND harbour")]
    [InlineData("\"NOT\" \"OR\" \"AND\" port", "AND NOT, AND OR, AND AND, AND port")]
    [InlineData("port NOT \"OR\"", "AND port, NOT OR")]
    [InlineData("\U00020BB7", "AND \U00020BB7")]
    [InlineData("\U0001F600 port", "AND port")]
    public void A_query_is_taken_apart(string text, string terms) =>
        string.Join(", ", SearchQuery.Parse(text).Terms.Select(t => $"{t.Join} {t.Words}")).Should().Be(terms);

    [Theory]
    [InlineData("NOT harbour", "NOT takes away from what the words before it find: give some, such as: port NOT harbour")]
    [InlineData("... NOT harbour", "NOT takes away*")]
    [InlineData("port OR NOT harbour", "NOT takes away*")]
    [InlineData("\U0001F600", "Give at least one word")]
    [InlineData("OR AND", "Give at least one word")]
    [InlineData("", "Give at least one word")]
    public void What_cannot_be_searched_for_is_refused_with_what_to_do(string text, string remedy)
    {
        var parse = () => SearchQuery.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage(remedy);
    }

    [Fact]
    public void No_word_is_passed_over_where_there_are_too_many()
    {
        var words = Enumerable.Range(1, 32).Select(i => $"word{i}").ToList();
        var parse = () => SearchQuery.Parse($"{string.Join(" OR ", words)} NOT harbour");

        SearchQuery.Parse(string.Join(" OR ", words)).Terms.Should().HaveCount(32);
        parse.Should().Throw<FormatException>().WithMessage("At most 32 words and phrases*");
    }

    [Theory]
    [InlineData("\"", " ", 101, "At most 100 words*")]
    [InlineData("", ".", 101, "At most 100 words*")]
    [InlineData("", "", 4_000, "At most 4000 characters; these are 4001")]
    public void A_phrase_is_bounded_too_whatever_parts_its_words(string quote, string between, int count, string remedy)
    {
        string Phrase(int words) => quote + string.Join(between, Enumerable.Repeat("a", words)) + quote;
        var parse = () => SearchQuery.Parse(Phrase(count + (between.Length == 0 ? 1 : 0)));

        SearchQuery.Parse(Phrase(count - 1)).Terms.Should().ContainSingle();
        parse.Should().Throw<FormatException>().WithMessage(remedy);
    }
}
