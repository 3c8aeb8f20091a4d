using FluentAssertions;
using Scraper.Core.Blocks;
using Xunit;

namespace Scraper.Tests.Blocks;

public sealed class PlainTextReaderTests
{
    [Theory]
    [InlineData("one\r\ntwo\rthree\nfour", "one", "two", "three", "four")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("a\u00a0b  c", "a\u00a0b c")]
    [InlineData("\ufeffa\u200bb\u00adc", "abc")]
    [InlineData("  \n\u00a0\n \n")]
    public void Lines_become_blocks(string text, params string[] blocks) => Texts(text).Should().Equal(blocks);

    [Theory]
    [InlineData("  • a point", BlockKind.ListItem, "a point")]
    [InlineData("* a point", BlockKind.ListItem, "a point")]
    [InlineData("- a point", BlockKind.ListItem, "a point")]
    [InlineData("## A heading", BlockKind.Heading, "A heading")]
    [InlineData("#hashtag", BlockKind.Line, "#hashtag")]
    [InlineData("-", BlockKind.Line, "-")]
    [InlineData("– Det er rart, sier hun.", BlockKind.Line, "– Det er rart, sier hun.")]
    [InlineData("- Det er rart, sier hun.", BlockKind.Line, "- Det er rart, sier hun.")]
    [InlineData("— Я не знаю, — сказал он.", BlockKind.Line, "— Я не знаю, — сказал он.")]
    public void The_first_characters_say_what_a_line_is(string text, BlockKind kind, string content)
    {
        var block = PlainTextReader.Read(text).Blocks.Should().ContainSingle().Subject;

        (block.Kind, block.Text).Should().Be((kind, content));
    }

    [Fact]
    public void Dashes_one_below_the_other_are_a_list() =>
        PlainTextReader.Read("- First, the milk.\n- Then, the eggs.").Blocks.Should().OnlyContain(b => b.Kind == BlockKind.ListItem);

    [Fact]
    public void Hard_wrapped_paragraphs_are_joined_and_blank_lines_part_them() =>
        Texts("I left Ely at seven in the morning with a loaf, a bottle of\nwater and a map that had been folded so often that the whole\nparish had gone.\n\nThe river was high and brown, and the path along the bank had\nbeen trodden into a sort of porridge by bullocks, who watched\nme.")
            .Should().HaveCount(2).And.HaveElementAt(1, "The river was high and brown, and the path along the bank had been trodden into a sort of porridge by bullocks, who watched me.");

    [Fact]
    public void Short_lines_stay_apart() => Texts("Latest news\nMust read\nShare").Should().HaveCount(3);

    [Fact]
    public void A_block_knows_its_line() => PlainTextReader.Read("a\n\n\nb").Blocks.Select(b => b.Line).Should().Equal(1, 4);

    private static IEnumerable<string> Texts(string text) => PlainTextReader.Read(text).Blocks.Select(b => b.Text);

    [Theory]
    [InlineData(200_000, false)]
    [InlineData(200_001, true)]
    public void A_text_of_more_lines_than_are_read_is_known_to_be(int lines, bool isTruncated) =>
        PlainTextReader.Read(string.Join('\n', Enumerable.Repeat("x", lines))).IsTruncated.Should().Be(isTruncated);
}
