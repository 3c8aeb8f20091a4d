using Scraper.Core.Labelling;
using Scraper.Core.Metadata;

namespace Scraper.Core.Sites.Learning;

/// <summary>
/// Makes lines for a field of a rule from what a person says of one block: "this is the headline", "this is the date". A
/// field is read from the first element that its selector hits, so only names whose first element on the page is right are offered.
/// </summary>
internal static class FieldProposer
{
    private const int Most = 2;

    /// <summary>The lines, best first; empty for a label that is no field, and for a date that cannot be read.</summary>
    public static IEnumerable<ProposedLine> Propose(ExamplePage page, int block, Label label, IReadOnlyList<ExamplePage> others) => label switch
    {
        Label.Title or Label.Subtitle or Label.Byline => Texts(page, block, label, others),
        Label.Date => Dates(page, block, others),
        _ => [],
    };

    private static IEnumerable<ProposedLine> Texts(ExamplePage page, int block, Label label, IReadOnlyList<ExamplePage> others) =>
        from name in LineProposer.Names(page.Blocks[block].Block.Element)
            .Where(n => !ElementNames.IsWeak(n) && page.Inside(n) is [var only] && only == block)
            .OrderBy(n => page.Elements(n).Count).ThenBy(ElementNames.Rank).ThenBy(n => n, StringComparer.Ordinal).Take(Most)
        select new ProposedLine(ProposedLineKind.Select, name, label, $"gives this block and no other here{LineProposer.On(name, others)}");

    private static IEnumerable<ProposedLine> Dates(ExamplePage page, int block, IReadOnlyList<ExamplePage> others)
    {
        var element = page.Blocks[block].Block.Element;
        var machine = element?.Descendants().Prepend(element).FirstOrDefault(e => e.Name == "time" && Read(e.Attribute("datetime"), page) is not null);
        if (machine is not null)
        {
            var first = ElementNames.Of(machine)
                .Where(n => !ElementNames.IsWeak(n) && ReferenceEquals(page.Tree.Root.Descendants().FirstOrDefault(e => ElementNames.Of(e).Contains(n)), machine))
                .OrderBy(ElementNames.Rank).ThenBy(n => n, StringComparer.Ordinal).Take(Most);
            return first.Select(n => new ProposedLine(ProposedLineKind.Select, n, Label.Date, $"gives {machine.Attribute("datetime")} here{LineProposer.On(n, others)}") { Attribute = "datetime" });
        }

        return Read(page.Blocks[block].Block.Text, page) is null ? [] : Texts(page, block, Label.Date, others);
    }

    private static PageDate? Read(string? text, ExamplePage page) => text is null ? null : FieldDate.Read(text, null, page.Article.Language);
}
