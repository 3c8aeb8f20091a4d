using FluentAssertions;
using Scraper.Hosting.Services;
using Scraper.Hosting.Systemd;
using Xunit;

namespace Scraper.Tests.Hosting.Services;

public sealed class ServicePlanTests
{
    [Fact]
    public void A_program_is_named_by_its_whole_path() =>
        ServicePlan.Of("./scraper", "news").Program.Should().Be(Path.Combine(Directory.GetCurrentDirectory(), "scraper"));

    [Fact]
    public void A_program_that_is_not_there_is_told() => ServicePlan.Of("/opt/nope", "news").Fault.Should().EndWith("nope: no such program");

    [Fact]
    public void The_program_that_runs_these_tests_would_do() => ServicePlan.Of(Environment.ProcessPath!, "news").Fault.Should().BeNull();

    [Fact]
    public void A_file_that_cannot_be_run_is_told()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Path.GetTempFileName();
        try
        {
            ServicePlan.Of(file, "news").Fault.Should().Contain("is not a program");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("/tmp/scraper", "the service cannot see /tmp/")]
    [InlineData("/opt/../home/ann/scraper", "the service cannot see /home/")]
    [InlineData("/opt/nope", "no such program")]
    public void What_an_installation_would_refuse_can_be_known_ahead_of_it(string program, string why)
    {
        if (!OperatingSystem.IsWindows())
        {
            new SystemdControl(TextWriter.Null).Refusal(ServicePlan.Of(program, "news")).Should().Contain(why);
        }
    }
}
