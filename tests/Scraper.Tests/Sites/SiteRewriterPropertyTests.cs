using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SiteRewriterPropertyTests
{
    /// <summary>Few letters, so that parts are found often and in what an earlier rewrite left.</summary>
    private static readonly Gen<string> Text = Gen.ArrayOf(Gen.Elements('a', 'b', '<', '/')).Select(c => new string(c));

    private static readonly Gen<SiteRewrite> Rewrite =
        from find in Text.Where(t => t.Length > 0)
        from replace in Text
        select new SiteRewrite(find, replace, Line: 1);

    [Fact]
    public void Rewrites_say_what_replacing_one_after_the_other_says() => Prop.ForAll(
        Text.ToArbitrary(),
        Gen.ListOf(Rewrite).ToArbitrary(),
        (html, rewrites) =>
        {
            var expected = rewrites.Aggregate(html, (h, r) => h.Replace(r.Find, r.Replace, StringComparison.Ordinal));

            var page = SiteRewriter.Rewrite(html, [.. rewrites]);

            if (page.LeftOut.Count == 0)
            {
                page.Html.Should().Be(expected);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rewrite_that_hits_more_places_than_any_page_has_is_left_out_and_named()
    {
        var rewrite = new SiteRewrite("a", "b", Line: 1);

        var page = SiteRewriter.Rewrite(new string('a', 300_000), [rewrite]);

        page.Html.Should().Be(new string('a', 300_000));
        page.LeftOut.Should().ContainSingle().Which.Should().Be(new LeftOutRewrite(rewrite, "it would change the page in more than 262144 places and was left out"));
    }
}
