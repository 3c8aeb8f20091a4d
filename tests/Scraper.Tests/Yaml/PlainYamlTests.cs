using FluentAssertions;
using Scraper.Core.Yaml;
using Scraper.SiteFiles;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Yaml;

public sealed class PlainYamlTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "key: ", "key:", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\nkey: ", "\n  key: ", "[", "]", "{", "}", ", ", ",", "'", "\"", "''",
        " #", "#", " ", "?", "|", ">", "&a ", "*a", "!t ", "%", "---", "...", "é", "\t", "\r\n", "0", ".x", "~", "\\", "[a, b]", "{a: b}", "'q'", "\n\n", "// ", "=", "*", "@", "`",
    ];

    [Fact]
    public void Every_shipped_rule_is_plain_and_reads_as_the_library_reads_it()
    {
        foreach (var path in SiteRuleFiles.Find(SiteFolders.Shipped).Where(p => p.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(path);

            PlainYaml.TryRead(text, out var plain).Should().BeTrue(path);

            Written(plain).Should().Be(Written(YamlFile.ReadAny(text)), path);
        }
    }

    [Fact]
    public void Every_language_is_plain_and_reads_as_the_library_reads_it()
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src/Scraper.Core/Metadata"), "*.yaml", SearchOption.AllDirectories);
        files.Should().HaveCountGreaterThan(40);
        foreach (var path in files)
        {
            var text = File.ReadAllText(path);

            PlainYaml.TryRead(text, out var plain).Should().BeTrue(path);

            Written(plain).Should().Be(Written(YamlFile.ReadAny(text)), path);
        }
    }

    [Fact]
    public void Whatever_it_reads_it_reads_as_the_library_does()
    {
        var random = new Random(20);
        string[] files = [.. SiteRuleFiles.Find(SiteFolders.Shipped).Where(p => p.EndsWith(".yaml", StringComparison.Ordinal)).Select(File.ReadAllText)];
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = i % 2 == 0 ? Assembled(random) : Spoilt(files[random.Next(files.Length)], random);
            if (PlainYaml.TryRead(text, out var plain))
            {
                read++;
                Written(plain).Should().Be(Written(YamlFile.ReadAny(text)), $"number {i}:\n{text}");
            }
        }

        read.Should().BeGreaterThan(2_000, "the law must be tried on more than refusals");
    }

    [Theory]
    [InlineData("a: b\n  c")]
    [InlineData("a: \"b\\u0041\"")]
    [InlineData("a: |\n  b")]
    [InlineData("a: &x b")]
    [InlineData("a:\n\tb: c")]
    [InlineData("a: b: c")]
    [InlineData("--- \na: b")]
    [InlineData("a:")]
    [InlineData("")]
    public void What_is_more_than_plain_is_left_alone(string text) => PlainYaml.TryRead(text, out _).Should().BeFalse();

    private static string Assembled(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Spoilt(string text, Random random)
    {
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            text = random.Next(3) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)),
                _ => text[..at] + Pieces[random.Next(Pieces.Length)] + text[Math.Min(text.Length, at + random.Next(1, 4))..],
            };
        }

        return text;
    }

    private static string Written(YamlNode? node) => node switch
    {
        YamlText text => $"{text.Line}:{text.Column} {(text.IsPlain ? "plain" : "quoted")} {text.Value}\n",
        YamlList list => $"{list.Line}:{list.Column} [\n{string.Concat(list.Items.Select(Written))}]\n",
        YamlMap map => $"{map.Line}:{map.Column} {{\n{string.Concat(map.Entries.Select(e => Written(e.Key) + Written(e.Value)))}}}\n",
        _ => "nothing\n",
    };
}
