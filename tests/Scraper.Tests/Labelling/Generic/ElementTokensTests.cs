using FluentAssertions;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

public sealed class ElementTokensTests
{
    [Theory]
    [InlineData("artikel-inhalt", "article-content")]
    [InlineData("noticia__cuerpo", "news__body")]
    [InlineData("verwandteArtikel", "relatedArticle")]
    [InlineData("haber-yorumlar", "news-comments")]
    [InlineData("story-body", "story-body")]
    public void Class_names_of_other_languages_stand_for_English_ones(string foreign, string english) =>
        Tokens(foreign, TokenHash.ClassPart).Should().Equal(Tokens(english, TokenHash.ClassPart));

    [Fact]
    public void Only_class_names_are_translated() =>
        Tokens("artikel", TokenHash.Role).Should().NotEqual(Tokens("article", TokenHash.Role));

    private static List<uint> Tokens(string value, uint seed)
    {
        var tokens = new List<uint>();
        ElementTokens.Split(value, seed, tokens, ElementTokens.Most);
        return tokens;
    }
}
