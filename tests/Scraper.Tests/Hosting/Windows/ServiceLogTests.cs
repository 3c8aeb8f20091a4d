using FluentAssertions;
using Scraper.Hosting.Windows;
using Xunit;

namespace Scraper.Tests.Hosting.Windows;

public sealed class ServiceLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-log-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_full_log_is_begun_anew_and_the_one_before_is_kept()
    {
        var path = Path.Combine(_folder, "scraper.log");
        using (var log = new ServiceLog(path, longest: 100))
        {
            for (var i = 0; i < 50; i++)
            {
                log.WriteLine($"line {i:D3} of the log");
            }

            log.LastLines.Should().EndWith("line 049 of the log");
            log.LastLines.Split('\n').Should().HaveCount(20);
        }

        Directory.GetFiles(_folder).Should().HaveCount(2);
        Directory.GetFiles(_folder).Should().OnlyContain(f => new FileInfo(f).Length < 200);
        (File.ReadAllText(path + ".1") + File.ReadAllText(path)).Should().EndWith($"line 049 of the log{Environment.NewLine}");
    }

    [Fact]
    public void A_log_that_is_there_is_gone_on_with()
    {
        var path = Path.Combine(_folder, "scraper.log");
        foreach (var line in (string[])["one", "two"])
        {
            using var log = new ServiceLog(path, longest: 1000);
            log.WriteLine(line);
        }

        File.ReadAllLines(path).Should().Equal("one", "two");
    }
}
