using FluentAssertions;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public class PhraseKeysTests
{
    [Theory]
    [InlineData("read more", nameof(PhrasePlace.Start), "read")]
    [InlineData("read also : *", nameof(PhrasePlace.Start), "read")]
    [InlineData("* click here", nameof(PhrasePlace.End), "here")]
    [InlineData("the views expressed * are those of *", nameof(PhrasePlace.Anywhere), "expressed")]
    [InlineData("this|the above story has been sourced from *", nameof(PhrasePlace.Anywhere), "sourced")]
    [InlineData("the newsletter", nameof(PhrasePlace.End), "newsletter")]
    [InlineData("* in|on this *", nameof(PhrasePlace.Anywhere), "this")]
    [InlineData("* photo|image *", nameof(PhrasePlace.Anywhere), "photo image")]
    [InlineData("by *", nameof(PhrasePlace.Start), "by")]
    [InlineData("* : *", nameof(PhrasePlace.Anywhere), ":")]
    [InlineData("java script is off *", nameof(PhrasePlace.Start), "java")]
    public void A_phrase_is_kept_under_the_word_of_every_match_that_fewest_texts_have_there(string line, string place, string words)
    {
        var book = new WordBook();
        var keys = PhraseKeys.Of(line, book, out var found).ToArray();
        found.ToString().Should().Be(place);
        string.Join(' ', keys.Select(book.Text)).Should().Be(words);
    }

    [Fact]
    public void A_phrase_of_no_words_is_kept_under_none() => PhraseKeys.Of("# * #", new WordBook(), out _).Length.Should().Be(0);
}
