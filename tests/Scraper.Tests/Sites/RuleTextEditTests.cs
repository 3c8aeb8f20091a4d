using FluentAssertions;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class RuleTextEditTests
{
    private static readonly ProposedLine Body = new(ProposedLineKind.Select, ".new", Label.Body, "why");
    private static readonly ProposedLine Strip = new(ProposedLineKind.Strip, ".related", Label.Related, "why");
    private static readonly ProposedLine Line = new(ProposedLineKind.Line, @"^Read on:", Label.Related, "why");

    private static readonly ProposedLine Title = new(ProposedLineKind.Select, "h1.new", Label.Title, "why");
    private static readonly ProposedLine Date = new(ProposedLineKind.Select, "time", Label.Date, "why") { Attribute = "datetime" };

    public static TheoryData<ProposedLine, string, string> Edits => new()
    {
        { Strip, "hosts: [a.example] # mine\n", "hosts: [a.example] # mine\n\nstrip:\n  .related: related\n" },
        { Strip, "hosts: [a.example]\nstrip:\n", "hosts: [a.example]\nstrip:\n  .related: related\n" },
        { Strip, "hosts: [a.example]\nstrip:\n    # adverts\n    .ad: advert   # big\n\nkeep: .x\n", "hosts: [a.example]\nstrip:\n    # adverts\n    .ad: advert   # big\n    .related: related\n\nkeep: .x\n" },
        { Strip, "hosts: [a.example]\nstrip:\n  - .ad\n  - css: .teaser\n    label: related\n", "hosts: [a.example]\nstrip:\n  - .ad\n  - css: .teaser\n    label: related\n  - css: .related\n    label: related\n" },
        { Line, "hosts: [a.example]\n", "hosts: [a.example]\n\nlines:\n  '^Read on:': related\n" },
        { Title, "hosts: [a.example]\nselect:\n  title: h1 # all of them\n  body: .x\n", "hosts: [a.example]\nselect:\n  title:\n    - h1.new\n    - h1 # all of them\n  body: .x\n" },
        { Date, "hosts: [a.example]\nselect:\n  body: .x\n", "hosts: [a.example]\nselect:\n  body: .x\n  date: { css: time, attribute: datetime }\n" },
        { Body, "hosts: [a.example]\n", "hosts: [a.example]\n\nselect:\n  body: .new\n" },
        { Body, "hosts: [a.example]\nselect:\n  title: h1\n", "hosts: [a.example]\nselect:\n  title: h1\n  body: .new\n" },
        { Body, "hosts: [a.example]\nselect:\n  body: .old # since May\n  title: h1\n", "hosts: [a.example]\nselect:\n  body:\n    - .new\n    - .old # since May\n  title: h1\n" },
        { Body, "hosts: [a.example]\nselect:\n  body: { css: .old, required: true }\n", "hosts: [a.example]\nselect:\n  body:\n    - .new\n    - { css: .old, required: true }\n" },
        { Body, "hosts: [a.example]\nselect:\n  body:\n    - .old\n", "hosts: [a.example]\nselect:\n  body:\n    - .new\n    - .old\n" },
        { Body, "hosts: [a.example]\nselect:\n  body:\n    css: .old\n    required: true\n", "hosts: [a.example]\nselect:\n  body:\n    - .new\n    - css: .old\n      required: true\n" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_line_is_put_in_and_every_other_character_stays(ProposedLine line, string before, string after) =>
        RuleTextEdit.Put(before, line).Should().Be((after, false));

    [Theory]
    [InlineData("hosts: [a.example]\nstrip: { .ad: advert }\n")]
    [InlineData("hosts: [a.example]\nstrip: [.ad]\n")]
    [InlineData("{ hosts: [a.example], strip: { .ad: advert } }\n")]
    public void What_cannot_be_edited_in_place_is_written_anew(string before)
    {
        var (text, isRewritten) = RuleTextEdit.Put(before, Strip)!.Value;

        isRewritten.Should().BeTrue();
        SiteRuleReader.Read("a.yaml", text).Rule!.Layouts[0].Strip.Select(s => s.Selector.Expression).Should().Equal(".ad", ".related");
    }

    [Fact]
    public void A_line_that_is_there_is_not_put_in_twice()
    {
        const string Text = "hosts: [a.example]\nstrip: { .related: related }\n";

        RuleTextEdit.Put(Text, Strip).Should().Be((Text, false));
    }

    [Fact]
    public void A_broken_file_is_left_to_be_mended_first() => RuleTextEdit.Put("hosts: [a.example]\nbodi: x\n", Strip).Should().BeNull();
}
