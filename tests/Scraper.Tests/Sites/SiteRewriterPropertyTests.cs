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
}
