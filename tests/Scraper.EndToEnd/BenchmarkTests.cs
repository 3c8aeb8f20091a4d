using System.Text.Json;
using FluentAssertions;
using Scraper.Tests.Fixtures;

namespace Scraper.EndToEnd;

/// <summary>The commands of the benchmark's README, by which others judge: what its exporter writes is what <c>clean</c> reads, and what that writes its scorer reads.</summary>
public sealed class BenchmarkTests : IDisposable
{
    private const string Benchmark = "benchmark/export.py";

    /// <summary>Of so many pages one is cleaned, and every page that has no address.</summary>
    private const int Stride = 50;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedFact(Benchmark)]
    public async Task Its_pages_and_manifest_are_cleaned_and_scored_as_they_are_exported()
    {
        (await PythonAsync("export.py", "--out", ".")).Exit.Should().Be(0);
        var manifest = File.ReadLines(_folder["wcxb_dev/manifest.jsonl"]).Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(p => p.GetProperty("id").GetString()!, p => p.GetProperty("url").GetString()!);
        manifest.Values.Should().Contain(string.Empty, "some of the benchmark's pages have no address");
        var kept = manifest.Keys.Order(StringComparer.Ordinal).Where((id, i) => i % Stride == 0 || manifest[id] is { Length: 0 }).ToHashSet();
        foreach (var page in Directory.GetFiles(_folder["wcxb_dev/html"]).Where(f => !kept.Contains(Path.GetFileNameWithoutExtension(f))))
        {
            File.Delete(page);
        }

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, "clean", "wcxb_dev/html", "--urls", "wcxb_dev/manifest.jsonl", "--jsonl", "-");

        cleaned.Exit.Should().Be(0, cleaned.Error);
        cleaned.JsonLines.Select(l => l.GetProperty("id").GetString()).Should().Equal(kept.Order(StringComparer.Ordinal));
        _folder.Write("pred/wcxb_dev/ours.jsonl", cleaned.Output);
        (await PythonAsync("score.py", "--work", ".", "--split", "article")).Output.Should().Contain("ours");
    }

    private Task<ScraperResult> PythonAsync(string script, params string[] arguments) =>
        RunAsync("python3", [Path.Combine(RepositoryRoot.Shared, "benchmark", script), .. arguments]);

    private async Task<ScraperResult> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = ScraperProcess.StartProgram(_folder.Path, program, arguments);
        return await process.EndAsync();
    }
}
