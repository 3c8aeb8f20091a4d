using FluentAssertions;
using Scraper.Core.Fingerprints;
using Xunit;

namespace Scraper.Tests.Fingerprints;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData("One source told the Guardian that it was so.", "The Guardian")]
    [InlineData("It was so, according to a report on Friday in Britain’s Guardian.", "The Guardian")]
    [InlineData("A report published by The Guardian on Friday revealed it.", "The Guardian")]
    [InlineData("He went, according to the Guardian.", "The Guardian")]
    [InlineData("The tone was more severe, the Guardian reports.", "The Guardian")]
    [InlineData("It was prepared, the Guardian has learned.", "The Guardian")]
    [InlineData("Officials told Reuters and later AFP. Reuters reported more. AFP said no.", "Reuters,AFP")]
    [InlineData("The New York Times first reported the plan.", "The New York Times")]
    [InlineData("He told Congress that the guardian of the child was late.", "")]
    [InlineData("The Revolutionary Guard said no. A Guardian angel came.", "")]
    [InlineData("He told MailOnline, and said to the Guardian’s reporter, that Reuters’s AP was late.", "Daily Mail,The Guardian")]
    [InlineData("According to plan. Reuters", "")]
    public void Credits_name_the_outlet_that_a_text_has_its_story_from(string text, string expected) =>
        string.Join(',', CreditReader.Shipped.Read(text)).Should().Be(expected);

    [Fact]
    public void Shingles_do_not_see_typography_or_case() =>
        ShingleSet.Of("“It wasn’t quite a CALL to arms” – he said").With(ShingleSet.Of("\"It wasn't quite a call to arms\" - he said")).Containment.Should().Be(1);

    [Fact]
    public void A_text_shorter_than_a_shingle_has_none()
    {
        ShingleSet.Of("three short words").Count.Should().Be(0);
        MinHash.Bands(ShingleSet.Of(string.Empty)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Two_texts_share_bands_as_often_as_they_resemble_each_other(double kept)
    {
        var (shared, total) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var words = Enumerable.Range(0, 1000).Select(_ => $"w{random.Next()}").ToArray();
            var other = words.Select((w, i) => i < words.Length * kept ? w : $"x{random.Next()}");
            var (a, b) = (ShingleSet.Of(string.Join(' ', words)), ShingleSet.Of(string.Join(' ', other)));
            var (ours, theirs) = (MinHash.Bands(a), MinHash.Bands(b));
            shared += ours.Intersect(theirs).Count();
            total += MinHash.Bins;
        }

        var resemblance = kept / (2 - kept);
        ((double)shared / total).Should().BeApproximately(resemblance, 0.04);
    }

    [Theory]
    [InlineData(39, 58, true, false)]
    [InlineData(39, 58, false, true)]
    [InlineData(70, 90, true, true)]
    [InlineData(70, 200, true, false)]
    [InlineData(20, 20, false, false)]
    public void Standing_phrases_of_a_site_make_no_story(int shared, int count, bool sameSite, bool isOne) =>
        StoryRule.IsOneStory(new Overlap(shared, count, count + 1), sameSite).Should().Be(isOne);

    [Fact]
    public void Hashes_are_the_same_in_every_process() =>
        MinHash.Bands(ShingleSet.Of("the quick brown fox jumps over the lazy dog")).Should().Equal(
            20183765914108, 45273102570342, 167184508399157, 176891189815739, 227265300344197, 234951046309465);

    [Fact]
    public void A_huge_text_is_read_in_bounded_time() =>
        ShingleSet.Of(new string('a', 5_000_000) + " b c d e").Count.Should().BeLessThan(5);
}
