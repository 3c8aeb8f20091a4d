using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Scraper.Storage;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class KillTests
{
    /// <summary>Kills; more with SCRAPER_KILLS=200.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("SCRAPER_KILLS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 5;

    [Fact]
    public async Task A_writer_killed_at_any_moment_loses_nothing_that_it_said_was_stored()
    {
        await using var fixture = new StoreFixture();
        var random = new Random(42);
        var (stored, edited) = (new HashSet<string>(), new HashSet<string>());
        for (var round = 0; round < Rounds; round++)
        {
            await RunAndKillAsync(fixture.Path, first: round * 1_000_000, TimeSpan.FromMilliseconds(random.Next(1, 250)), stored, edited);

            var restart = Stopwatch.StartNew();
            await fixture.ReopenAsync(StoreAccess.Daemon);
            restart.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
            (await fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
            var kept = (await fixture.Store.Articles.ListAsync(ArticleFilter.All, default)).ToDictionary(a => a.Url[(a.Url.LastIndexOf('/') + 1)..]);
            kept.Keys.Should().Contain(stored);
            foreach (var id in edited)
            {
                kept[id].ChangeSeq.Should().BeGreaterThan(1);
            }

            (await fixture.Store.Care.FiguresAsync(default)).Revisions.Should().BeGreaterThanOrEqualTo(stored.Count + edited.Count);
            await fixture.Store.DisposeAsync();
        }

        stored.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_second_daemon_on_one_store_is_refused_until_the_first_is_dead()
    {
        await using var fixture = new StoreFixture();
        using (var first = Start(fixture.Path, 0))
        {
            await first.StandardOutput.ReadLineAsync();
            var second = async () => await fixture.ReopenAsync(StoreAccess.Daemon);
            (await second.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Locked);
            first.Kill();
            await first.WaitForExitAsync();
        }

        await fixture.ReopenAsync(StoreAccess.Daemon);
    }

    private static async Task RunAndKillAsync(string path, int first, TimeSpan life, HashSet<string> stored, HashSet<string> edited)
    {
        using var process = Start(path, first);
        var said = await process.StandardOutput.ReadLineAsync() + "\n";
        var rest = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(life);
        process.Kill();
        await process.WaitForExitAsync();
        said += await rest;

        // A last line without its end was cut off by the kill.
        foreach (var line in said[..(said.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            (words[0] == "stored" ? stored : edited).Add(words[1]);
        }
    }

    private static Process Start(string path, int first)
    {
        var assembly = typeof(KillTarget).Assembly.Location;
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", assembly, "write", path, first.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
    }
}
