using FluentAssertions;
using Scraper.Cli;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class AddressCheckTests
{
    [Theory]
    [InlineData("http://127.0.0.1:18972/", 0, "allowed: 127.0.0.1\n")]
    [InlineData("http://127.0.0.1:18973/", 3, "blocked: ")]
    [InlineData("http://hill.example/", 0, "allowed: 127.0.0.1:9, by Fetching:ConnectTo\n")]
    [InlineData("file:///etc/passwd", 3, "blocked: ")]
    public async Task The_settings_say_what_may_be_fetched(string url, int exit, string answer)
    {
        var options = new FetchOptions { Allow = ["127.0.0.1:18972"], ConnectTo = new Dictionary<string, string> { ["hill.example"] = "127.0.0.1:9" } };
        using var output = new StringWriter { NewLine = "\n" };

        (await new AddressCheck(options, output).RunAsync(url, default)).Should().Be(exit, output.ToString());

        output.ToString().Should().StartWith(answer);
    }
}
