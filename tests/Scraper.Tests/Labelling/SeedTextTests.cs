using System.Text.Json;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Labelling;

public sealed class SeedTextTests
{
    public static TheoryData<string> Seeds { get; } = new(
        "000_69eba2871c49c5e6.txt", "001_47ada99b70abf87b.txt", "002_da25016af24b7711.txt", "003_6802819fb51d53ed.txt", "004_a5f03504379804db.txt");

    [SharedTheory("seeds")]
    [MemberData(nameof(Seeds))]
    public void A_seed_text_comes_out_as_its_gold_with_no_site_named(string name)
    {
        var gold = Gold(name);
        var article = new Extractor().ExtractText(File.ReadAllText(Path.Combine(RepositoryRoot.Shared, "seeds", name)), url: null, CancellationToken.None).Article;

        article.Text.Split("\n\n").Should().Equal(gold.GetProperty("body").EnumerateArray().Select(b => b.GetString()));
        article.Title.Should().Be(gold.GetProperty("title").GetString());
        article.Summary.Should().Equal(gold.GetProperty("summary").EnumerateArray().Select(b => b.GetString()));
    }

    [SharedTheory("seeds")]
    [MemberData(nameof(Seeds))]
    public void Lines_of_a_seed_text_carry_their_gold_labels(string name)
    {
        var article = new Extractor().ExtractText(File.ReadAllText(Path.Combine(RepositoryRoot.Shared, "seeds", name)), url: null, CancellationToken.None).Article;

        var wrong = Gold(name).GetProperty("lines").EnumerateArray()
            .Select(l => (Line: l.GetProperty("line").GetInt32(), Label: l.GetProperty("label").GetString()!.Replace("related_heading", "related", StringComparison.Ordinal)))
            .Select(l => (l.Line, Gold: l.Label, Ours: article.Blocks.First(b => b.Block.Line == l.Line).Verdict))
            .Where(l => l.Gold != Names.Of(l.Ours.Label) && (l.Gold, l.Ours.Label) != ("related", Label.Comment))
            .Select(l => $"{l.Line}: {l.Gold}, not {l.Ours}");

        wrong.Should().BeEmpty();
    }

    private static JsonElement Gold(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Shared, "seeds", "gold.json"))).RootElement.GetProperty(name);
}
