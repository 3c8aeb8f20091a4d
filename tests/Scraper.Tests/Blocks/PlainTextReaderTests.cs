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

    private const string Wrapped = "\n\nThe miller of Oakford sold his wheel to a museum last week, and with\nit went the last sound that the valley had kept from his father.\n\nNobody had asked for it in twenty years, and the price was less than\nthat of the lorry which took it away on a Tuesday in the rain.";

    [Theory]
    [InlineData("The last wheel of Oakford", "By Ann Lee", "3 May 2021")]
    [InlineData("Latest news", "Bridge toll to rise again", "New head for the school")]
    [InlineData("See https://gazette.example/2021/05/03/news/local/the-last-wheel-of-oakford-is-sold-to-a-museum-after-two-hundred-years", "By Ann Lee")]
    [InlineData("The wheel went round", "the wheel stood still", "the water found", "another mill")]
    public void Lines_that_the_next_word_would_have_fitted_are_no_part_of_a_wrapped_paragraph(params string[] lines) =>
        Texts(string.Join('\n', lines) + Wrapped).Should().HaveCount(lines.Length + 2).And.StartWith(lines);

    [Fact]
    public void An_indented_line_begins_a_paragraph() =>
        Texts("   The miller of Oakford sold his wheel to a museum last week, and with\nit went the last sound that the valley had kept from his father.\n   Nobody had asked for it in twenty years, and the price was less than\nthat of the lorry which took it away on a Tuesday in the rain.").Should().HaveCount(2);

    [Fact]
    public void Numbered_items_are_wrapped_each_for_itself() =>
        Texts("  1. The wheel is sold to whoever will take it away without help from\n     the parish.\n  2. The pond is to be filled with the earth that was dug out for the\n     new road.\n  3. The mill stays." + Wrapped).Take(3)
            .Should().Equal("1. The wheel is sold to whoever will take it away without help from the parish.", "2. The pond is to be filled with the earth that was dug out for the new road.", "3. The mill stays.");

    [Fact]
    public void A_word_parted_by_a_hyphen_is_one_again() =>
        Texts("Der Müller hat sein Rad an ein Museum verkauft und kommt nicht wie-\nder. Niemand hatte danach gefragt, und der Preis war geringer als\nder des Wagens, der es an einem Dienstag im Regen holte.").Should().ContainSingle().Which.Should().Contain("nicht wieder. Niemand");

    [Fact]
    public void No_space_is_put_between_characters_of_a_script_without_spaces() =>
        Texts("粉屋は先週、水車を博物館に売った。谷に父の代から残っていた最後の音も、それとともに消え\nた。二十年のあいだ誰も水車を欲しがらず、値段は雨の火曜日にそれを運び去ったトラックの代\n金より安かった。").Should().ContainSingle().Which.Should().Contain("消えた。二十年").And.NotContain(" ");

    [Theory]
    [InlineData("= The last wheel", "The last wheel", 1)]
    [InlineData("== The price ==", "The price", 2)]
    [InlineData("---\ntitle: \"The last wheel\"\n---", "The last wheel", 1)]
    [InlineData("# About C#", "About C#", 1)]
    public void Headings_of_other_markup_are_headings(string text, string content, int level) =>
        PlainTextReader.Read(text).Blocks.Should().ContainSingle(b => b.Kind == BlockKind.Heading && b.Text == content && b.Level == level);

    [Fact]
    public void A_sum_is_no_heading() => PlainTextReader.Read("= (4 + 5)").Blocks.Should().OnlyContain(b => b.Kind == BlockKind.Line);

    [Fact]
    public void Short_lines_stay_apart() => Texts("Latest news\nMust read\nShare").Should().HaveCount(3);

    [Theory]
    [InlineData("\n\n\n\n", 2)]
    [InlineData("\n\n", 1)]
    public void Lines_that_were_wrapped_and_set_with_twice_the_space_are_joined(string between, int paragraphs)
    {
        string[] lines = ["I left Ely at seven in the morning with a loaf, a bottle of", "water and a map that had been folded so often that the whole", "parish had gone, and nobody there could tell me where the"];
        string[] more = ["river was high and brown, and the path beside it had been under", "water since the weekend, so that I had to walk along the bank", "where it was driest and say sorry to a great many of the sheep"];

        Texts($"{string.Join("\n\n", lines)}{between}{string.Join("\n\n", more)}\n\nthat live there.").Should().HaveCount(paragraphs);
    }

    [Fact]
    public void Paragraphs_a_blank_line_apart_are_not() =>
        Texts(string.Join("\n\n", Enumerable.Range(0, 8).Select(i => $"A line of some fifty columns, all of it but no stop {i}"))).Should().HaveCount(8);

    [Fact]
    public void A_block_knows_its_line() => PlainTextReader.Read("a\n\n\nb").Blocks.Select(b => b.Line).Should().Equal(1, 4);

    private static IEnumerable<string> Texts(string text) => PlainTextReader.Read(text).Blocks.Select(b => b.Text);

    [Theory]
    [InlineData(200_000, false)]
    [InlineData(200_001, true)]
    public void A_text_of_more_lines_than_are_read_is_known_to_be(int lines, bool isTruncated) =>
        PlainTextReader.Read(string.Join('\n', Enumerable.Repeat("x", lines))).IsTruncated.Should().Be(isTruncated);
}
