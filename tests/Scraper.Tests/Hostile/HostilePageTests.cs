using FluentAssertions;
using Scraper.Core;
using Xunit;

namespace Scraper.Tests.Hostile;

/// <summary>
/// Small hostile pages through the public seam: what is linear takes milliseconds here, and what grows with the square
/// of the size takes too long. The full sizes are run by <c>Scraper.Benchmarks -- hostile</c>.
/// </summary>
public sealed class HostilePageTests
{
    private const int Size = 50_000;

    /// <summary>A few milliseconds are needed; a busy machine may give them late. What takes time by the square of its size needs minutes at the full size.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private static readonly Extractor Extractor = new();

    public static TheoryData<string> Names => [.. HostilePages.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_read_in_time_and_keeps_its_article(string name)
    {
        var page = HostilePages.All.Single(p => p.Name == name);
        var html = page.Make(Size);
        using var deadline = new CancellationTokenSource(Generous);

        var extraction = page.IsText
            ? Extractor.ExtractText(html, null, deadline.Token)
            : Extractor.ExtractHtml(html, new PageContext(), deadline.Token);

        extraction.Article.Blocks.Should().NotBeNull();
        if (page.HasArticle)
        {
            extraction.Article.Text.Should().Contain(HostilePages.Sentence);
        }
    }
}
