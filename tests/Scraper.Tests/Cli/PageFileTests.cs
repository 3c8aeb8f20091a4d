using FluentAssertions;
using Scraper.Cli;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class PageFileTests
{
    [Fact]
    public void A_file_that_tells_no_length_is_read_up_to_the_largest()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There are no such files.
        }

        PageFile.Read("/dev/null", 1 << 20).Body.Should().BeEmpty();
        FluentActions.Invoking(() => PageFile.Read("/dev/zero", 1 << 20)).Should().Throw<CliException>().WithMessage("/dev/zero: larger than 1 MiB");
    }
}
