using FluentAssertions;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

public class TextSelectionTests
{
    [Fact]
    public void Sure_blocks_are_taken_and_unlikely_ones_left() =>
        TextSelection.Threshold([0.95f, 0.9f, 0.1f, 0.05f], [50, 50, 50, 50]).Threshold.Should().BeApproximately(0.4f, 0.001f);

    [Fact]
    public void Where_nothing_is_sure_the_likeliest_are_taken_all_the_same() =>
        TextSelection.Threshold([0.3f, 0.28f, 0.01f], [40, 40, 400]).Threshold.Should().BeApproximately(0.116f, 0.001f);

    [Fact]
    public void Equal_blocks_are_taken_together() =>
        TextSelection.Threshold([0.8f, 0.8f, 0.8f], [50, 50, 50]).Threshold.Should().BeLessThanOrEqualTo(0.8f);

    [Fact]
    public void A_page_without_blocks_expects_nothing() => TextSelection.Threshold([], []).ExpectedF1.Should().Be(0);
}
