using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SiteLinterTests
{
    [Fact]
    public void A_file_that_is_left_out_for_another_is_not_whole()
    {
        var lint = SiteLinter.Lint(
        [
            new SiteFile("a.yaml", "name: a\nhosts: [x.com]\nschedule: { every: 1h }\n"),
            new SiteFile("b.yaml", "name: b\nhosts: [x.com]\nschedule: { every: 1h }\n"),
        ]);

        (lint.Files, lint.Whole, lint.Refused).Should().Be((2, 1, 1));
    }
}
