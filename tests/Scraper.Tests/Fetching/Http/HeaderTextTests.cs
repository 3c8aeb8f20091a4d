using FluentAssertions;
using Scraper.Fetching.Http;
using Xunit;

namespace Scraper.Tests.Fetching.Http;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("/plain?a=%e9", "/plain?a=%e9")]
    [InlineData("/caf\u00C3\u00A9", "/café")]
    [InlineData("/caf\u00E9", "/caf%E9")]
    [InlineData("/\u00C3\u00A9/caf\u00E9", "/%C3%A9/caf%E9")]
    public void A_Location_keeps_its_octets(string header, string url) => HeaderText.Url(header).Should().Be(url);
}
