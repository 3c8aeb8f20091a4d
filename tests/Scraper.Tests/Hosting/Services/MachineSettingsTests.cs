using FluentAssertions;
using Scraper.Hosting.Services;
using Xunit;

namespace Scraper.Tests.Hosting.Services;

public sealed class MachineSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-machine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_made_can_be_read_by_every_user_whatever_the_umask()
    {
        var settings = new MachineSettings(Path.Combine(_folder, "scraper"));

        settings.Ensure();

        File.ReadAllText(settings.File).Should().Be(settings.Text).And.Contain("scraper.db").And.Contain("sites");
        if (!OperatingSystem.IsWindows())
        {
            // No umask is this open for files and folders at once unless the modes are set.
            File.GetUnixFileMode(settings.File).Should().Be((UnixFileMode)0b110_100_100);
            File.GetUnixFileMode(settings.Sites).Should().Be((UnixFileMode)0b111_101_101);
            File.GetUnixFileMode(Path.Combine(_folder, "scraper")).Should().Be((UnixFileMode)0b111_101_101);
        }
    }

    [Fact]
    public void What_is_there_is_left_as_it_is()
    {
        var settings = new MachineSettings(_folder);
        File.WriteAllText(settings.File, "{}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(settings.File, UnixFileMode.UserRead);
        }

        settings.Ensure();

        File.ReadAllText(settings.File).Should().Be("{}");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(settings.File).Should().Be(UnixFileMode.UserRead);
        }
    }
}
