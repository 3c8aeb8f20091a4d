using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling;

public sealed class LabelSheetTests
{
    [Fact]
    public void The_words_of_a_block_stay_while_others_are_read_and_scraps_forgotten()
    {
        var sheet = new LabelSheet(PlainTextReader.Read("Source: Reuters and others\n\nA photo: the harbour at night\n\nThe ferry came in late."));
        var bare = sheet.Words.WithoutColons(sheet.WordsOf(sheet.Document.Blocks[0]));
        var second = sheet.WordsOf(sheet.Document.Blocks[1]);
        sheet.Words.Read("words of no block");
        sheet.Words.Clear();
        sheet.Words.Read("other words of no block");
        sheet.WordsOf(sheet.Document.Blocks[2]);

        bare.ToStrings().Should().Equal("source", "reuters", "and", "others");
        second.ToStrings().Should().Equal("a", "photo", ":", "the", "harbour", "at", "night");
        sheet.WordsOf(sheet.Document.Blocks[0]).ToStrings().Should().Equal("source", ":", "reuters", "and", "others");
    }
}
