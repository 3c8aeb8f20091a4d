using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Labelling;

/// <summary>Flattened pages of many kinds and languages (Texts/*.txt), each with what should come of it (Texts/*.json).</summary>
public sealed class LabelledTextTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Scraper.Tests", "Labelling", "Texts");

    private static readonly string[] All = [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages { get; } = new(All);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_flattened_page_comes_out_as_its_article(string name)
    {
        using var expected = Expected(name);
        var article = Clean(name);

        article.Text.Split("\n\n").Should().Equal(expected.RootElement.GetProperty("body").EnumerateArray().Select(b => b.GetString()));
        article.Title.Should().Be(expected.RootElement.GetProperty("title").GetString());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_was_cleaned_comes_out_the_same_when_it_is_cleaned_again(string name)
    {
        var article = Clean(name);
        var again = new Extractor().ExtractText($"{article.Title}\n\n{article.Text}\n", url: null, CancellationToken.None).Article;

        again.Title.Should().Be(article.Title);
        again.Text.Should().Be(article.Text);
    }

    [Fact]
    public void Nine_lines_in_ten_carry_the_label_that_a_reader_gives_them()
    {
        int lines = 0, right = 0;
        foreach (var name in All)
        {
            using var expected = Expected(name);
            var blocks = Clean(name).Blocks.ToDictionary(b => b.Block.Line);
            foreach (var label in expected.RootElement.GetProperty("labels").EnumerateObject())
            {
                lines++;
                right += Names.Of(blocks[int.Parse(label.Name, CultureInfo.InvariantCulture)].Verdict.Label) == label.Value.GetString() ? 1 : 0;
            }
        }

        lines.Should().BeGreaterThan(500);
        ((double)right / lines).Should().BeGreaterThan(0.9);
    }

    private static Core.Articles.Article Clean(string name) =>
        new Extractor().ExtractText(File.ReadAllText(Path.Combine(Folder, name + ".txt")), url: null, CancellationToken.None).Article;

    private static JsonDocument Expected(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
}
