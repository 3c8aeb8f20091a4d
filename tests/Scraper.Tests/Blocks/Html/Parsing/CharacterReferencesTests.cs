using AngleSharp.Html;
using FluentAssertions;
using Scraper.Core.Blocks.Parsing;
using Xunit;

namespace Scraper.Tests.Blocks.Html.Parsing;

public sealed class CharacterReferencesTests
{
    [Fact]
    public void Every_name_of_the_standard_stands_for_what_AngleSharp_says()
    {
        using var stream = typeof(CharacterReferences).Assembly.GetManifestResourceStream("Blocks/entities")!;
        using var reader = new StreamReader(stream);
        var names = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).ToList();

        names.Should().HaveCount(2231, "the standard lists so many").And.AllSatisfy(name => Read($"&{name} ").Should().Be(HtmlEntityProvider.Resolver.GetSymbol(name)));
    }

    [Theory]
    [InlineData("&amp", 4, 4)]
    [InlineData("&amp;", 5, 5)]
    [InlineData("&ampx", 4, 0)]
    [InlineData("&amp=", 4, 0)]
    public void In_an_attribute_a_name_without_semicolon_must_not_run_on(string text, int inText, int inAttribute)
    {
        Span<char> into = stackalloc char[CharacterReferences.MostWritten];

        CharacterReferences.Read(text, inAttribute: false, into, out _).Should().Be(inText);
        CharacterReferences.Read(text, inAttribute: true, into, out _).Should().Be(inAttribute);
    }

    private static string Read(string text)
    {
        Span<char> into = stackalloc char[CharacterReferences.MostWritten];
        CharacterReferences.Read(text, inAttribute: false, into, out var written);
        return into[..written].ToString();
    }
}
