using System.CommandLine;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Scraper.Benchmarks.Data;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>digest</c>: one hash a page over all that extraction says of it. Two runs differ where a change of the code changed the output.</summary>
internal static class DigestCommand
{
    public static Command Create()
    {
        var benchmark = new Option<DirectoryInfo>("--benchmark") { Required = true, Description = "The folder that holds wcxb-dev." };
        var fixtures = new Option<DirectoryInfo?>("--fixtures") { Description = "A folder whose HTML files, at any depth, are hashed too." };
        var parts = new Option<bool>("--parts") { Description = "Print a hash for each part of the output and each feature, not one a page." };
        var command = new Command("digest", "Prints one hash a page: labels, reasons, text, metadata, verdict and the bits of every model feature.\nRun it before and after a change that must not change output, and compare with diff.\n\nExample:\n  digest --benchmark ../shared/benchmark --fixtures fixtures > /tmp/before") { benchmark, fixtures, parts };
        command.SetAction(parsed =>
        {
            var pages = BenchmarkReader.Read(parsed.GetRequiredValue(benchmark).FullName).Select(p => (p.Id, p.Html, Url: (string?)p.Url)).ToList();
            if (parsed.GetValue(fixtures) is { } folder)
            {
                pages.AddRange(folder.EnumerateFiles("*.html", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal)
                    .Select(f => (Path.GetRelativePath(folder.FullName, f.FullName), File.ReadAllText(f.FullName), (string?)null)));
            }

            var extractor = new Extractor();
            var hash = parsed.GetValue(parts) ? (Func<Extractor, string, Uri?, string>)Parts : Hash;
            var lines = pages.AsParallel().AsOrdered().Select(p => $"{p.Id} {hash(extractor, p.Html, Uri.TryCreate(p.Url, UriKind.Absolute, out var url) ? url : null)}").ToList();
            lines.ForEach(Console.WriteLine);
            Console.WriteLine($"all {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))}");
            return 0;
        });
        return command;
    }

    /// <summary>A short hash of each part, to see which one a change altered.</summary>
    private static string Parts(Extractor extractor, string html, Uri? url)
    {
        var parts = new List<string>();
        var extraction = extractor.ExtractHtml(html, new PageContext { Url = url }, CancellationToken.None);
        Add("article", MemoryMarshal.AsBytes(JsonArticleWriter.ToJson(extraction.Article).AsSpan()));
        Add("metadata", JsonSerializer.SerializeToUtf8Bytes(extraction.Article.Metadata));
        Add("verdict", MemoryMarshal.AsBytes($"{extraction.Verdict} {extraction.Assessment}".AsSpan()));
        var tree = Core.Blocks.HtmlTree.Parse(html, Core.Blocks.HtmlLimits.Default, CancellationToken.None);
        if (new GenericLabeller().Predict(Core.Blocks.HtmlBlockReader.Read(tree), CancellationToken.None) is { } prediction)
        {
            for (var column = 0; column < Features.Count; column++)
            {
                Add($"{(Feature)column}", MemoryMarshal.AsBytes(prediction.Table.Column(column)));
            }

            Add("probabilities", MemoryMarshal.AsBytes(prediction.Probabilities.AsSpan()));
        }

        return string.Join(' ', parts);

        void Add(string name, ReadOnlySpan<byte> data) => parts.Add($"{name}={Convert.ToHexStringLower(SHA256.HashData(data))[..8]}");
    }

    private static string Hash(Extractor extractor, string html, Uri? url)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var extraction = extractor.ExtractHtml(html, new PageContext { Url = url }, CancellationToken.None);
        Add(JsonArticleWriter.ToJson(extraction.Article));
        Add(JsonSerializer.Serialize(extraction.Article.Metadata));
        Add($"{extraction.Verdict} {extraction.Assessment}");
        foreach (var (block, _) in extraction.Article.Blocks)
        {
            Add($"{block.Index} {block.Kind} {block.Level} {block.Element?.Name} {block.Element?.SourceOffset} {string.Join(';', block.Inlines)}");
        }

        var tree = Core.Blocks.HtmlTree.Parse(html, Core.Blocks.HtmlLimits.Default, CancellationToken.None);
        if (new GenericLabeller().Predict(Core.Blocks.HtmlBlockReader.Read(tree), CancellationToken.None) is { } prediction)
        {
            for (var column = 0; column < Features.Count; column++)
            {
                hash.AppendData(MemoryMarshal.AsBytes(prediction.Table.Column(column)));
            }

            hash.AppendData(MemoryMarshal.AsBytes(prediction.Probabilities.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];

        void Add(string text) => hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
