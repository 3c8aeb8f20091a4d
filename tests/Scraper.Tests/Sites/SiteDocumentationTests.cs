using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SiteDocumentationTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "src", "Scraper", "sites");

    [Fact]
    public void The_schema_beside_the_rules_is_the_one_the_types_give() =>
        File.ReadAllText(Path.Combine(Folder, "site-rule.schema.json")).Should().Be(SiteSchema.Create(), "it is written by: scraper sites schema > src/Scraper/sites/site-rule.schema.json");

    [Fact]
    public void The_read_me_shows_every_key_in_an_example()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "README.md"));
        foreach (var key in All(SiteVocabulary.Root).Concat(SiteVocabulary.Selector).Concat(SiteVocabulary.Marker).Concat(SiteVocabulary.Strip).Concat(SiteVocabulary.Rewrite).Select(k => k.Name).Distinct())
        {
            text.Should().MatchRegex($@"(?m)(^|[ {{\[-]){key}:", $"{key} needs an example");
        }

        foreach (var label in SiteVocabulary.Labels.Keys)
        {
            text.Should().Contain($"`{label}`");
        }
    }

    [Fact]
    public void Every_example_of_the_read_me_is_a_rule_without_problems()
    {
        var blocks = File.ReadAllText(Path.Combine(Folder, "README.md")).Split("```");
        var examples = blocks.Where((b, i) => i % 2 == 1 && b.StartsWith("yaml", StringComparison.Ordinal)).Select(b => b["yaml".Length..]).ToList();
        examples.Should().NotBeEmpty();
        foreach (var example in examples)
        {
            SiteRuleReader.Read("README.yaml", example).Problems.Should().BeEmpty(example);
        }
    }

    [Fact]
    public void The_schema_names_the_keys_that_are_read_and_no_others()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "site-rule.schema.json")));
        var named = new HashSet<string>();
        Collect(schema.RootElement);

        named.Should().BeEquivalentTo(All(SiteVocabulary.Root).Concat(SiteVocabulary.Selector).Concat(SiteVocabulary.Marker).Concat(SiteVocabulary.Strip).Concat(SiteVocabulary.Rewrite).Select(k => k.Name).ToHashSet());

        void Collect(System.Text.Json.JsonElement at)
        {
            if (at.ValueKind == System.Text.Json.JsonValueKind.Array)
            {
                at.EnumerateArray().ToList().ForEach(Collect);
            }
            else if (at.ValueKind == System.Text.Json.JsonValueKind.Object)
            {
                foreach (var member in at.EnumerateObject())
                {
                    if (member.NameEquals("properties"))
                    {
                        named.UnionWith(member.Value.EnumerateObject().Select(p => p.Name));
                    }

                    Collect(member.Value);
                }
            }
        }
    }

    private static IEnumerable<SiteKey> All(IEnumerable<SiteKey> keys) => keys.SelectMany(k => All(k.Section ?? []).Prepend(k));
}
