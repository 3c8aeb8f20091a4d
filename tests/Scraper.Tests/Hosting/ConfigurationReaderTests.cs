using FluentAssertions;
using Scraper.Hosting;
using Xunit;

namespace Scraper.Tests.Hosting;

public sealed class ConfigurationReaderTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"settings-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_shipped_file_sets_exactly_the_defaults_so_that_it_documents_them()
    {
        var shipped = Read("{}").Options!;

        shipped.Should().BeEquivalentTo(new ScraperOptions());
    }

    [Fact]
    public void A_file_goes_over_the_shipped_one_and_a_flag_over_the_file()
    {
        File.WriteAllText(_file, """{ "Store": "file.db", "Fetching": { "Delay": "2s" } }""");

        var options = ConfigurationReader.Read(_file, new Dictionary<string, string?> { ["Store"] = "flag.db", ["Log:Format"] = null }).Options!;

        options.Store.Should().Be("flag.db");
        options.Fetching.Delay.Should().Be(TimeSpan.FromSeconds(2));
        options.Log.Format.Should().Be(LogFormat.Text);
    }

    [Fact]
    public void Keys_with_ports_and_lists_are_read_whole()
    {
        var fetching = Read("""
            { "Fetching": {
                "ConnectTo": { "example.com:80": "127.0.0.1:8080", "example.org": "127.0.0.1:8081" },
                "Allow": ["intranet.example:443=10.1.2.0/24", "10.0.0.1"],
                "Proxy": "http://proxy.example:3128" } }
            """).Options!.Fetching;

        fetching.ConnectTo.Should().Equal(new Dictionary<string, string> { ["example.com:80"] = "127.0.0.1:8080", ["example.org"] = "127.0.0.1:8081" });
        fetching.Allow.Should().Equal("intranet.example:443=10.1.2.0/24", "10.0.0.1");
        fetching.Proxy.Should().Be(new Uri("http://proxy.example:3128"));
    }

    [Fact]
    public void A_file_that_is_there_and_cannot_be_reached_is_not_passed_over()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A closed folder does the same to all but root; a link that runs in a circle does it to root as well.
        File.CreateSymbolicLink(_file, _file);

        ConfigurationReader.Read(_file, new Dictionary<string, string?>()).Problems.Should().ContainSingle().Which.Should().StartWith($"{_file}: cannot be read: ");
    }

    [Theory]
    [InlineData("""{ "Stoer": "a.db" }""", "Stoer: unknown key; did you mean \"Store\"?")]
    [InlineData("""{ "Fetching": { "Delai": "1s" } }""", "Fetching:Delai: unknown key; did you mean \"Delay\"?")]
    [InlineData("""{ "Fetching": { "Delay": "soon" } }""", "Fetching:Delay: \"soon\" is not a duration such as 500ms, 30s, 10m, 1h30m")]
    [InlineData("""{ "Fetching": { "Delay": "-5s" } }""", "Fetching:Delay: \"-5s\" is not a duration")]
    [InlineData("""{ "Fetching": { "MaxRedirects": "many" } }""", "Fetching:MaxRedirects: \"many\" is not a whole number")]
    [InlineData("""{ "Fetching": { "IgnoreRobots": "perhaps" } }""", "Fetching:IgnoreRobots: \"perhaps\" is not true or false")]
    [InlineData("""{ "Fetching": { "Proxy": "proxy" } }""", "Fetching:Proxy: the secret is not an absolute URL")]
    [InlineData("""{ "Fetching": "fast" }""", "Fetching: is a section, not a value")]
    [InlineData("""{ "Log": { "Level": "Loud" } }""", "Log:Level: \"Loud\" is not one of Trace, Debug")]
    [InlineData("""{ "Log": { "Level": "2" } }""", "Log:Level: \"2\" is not one of")]
    [InlineData("""{ "Web": { "Token": ["s3cret-s3cret-s3cret"] } }""", "Web:Token: takes one value, not a list or a section")]
    [InlineData("""{ "Web": { "Token": { "s3cret": "s3cret-s3cret-s3cret" } } }""", "Web:Token: takes one value, not a list or a section")]
    [InlineData("""{ "Web": { "TokenFile": ["s3cret"] } }""", "Web:TokenFile: takes one value, not a list or a section")]
    [InlineData("""{ "Fetching": { "Delay": { "min": "9s" } } }""", "Fetching:Delay: takes one value, not a list or a section")]
    [InlineData("""{ "Fetching": { "Contact": ["mailto:me@example.org"] } }""", "Fetching:Contact: takes one value, not a list or a section")]
    [InlineData("""{ "Fetching": { "Proxy": { "url": "http://s3cret.example" } } }""", "Fetching:Proxy: takes one value, not a list or a section")]
    [InlineData("""{ "Node": { "name": "a" } }""", "Node: takes one value, not a list or a section")]
    [InlineData("""{ "Sites": [["a"]] }""", "Sites:0: takes one value, not a list or a section")]
    public void A_mistake_is_named_with_file_and_key(string json, string expected)
    {
        var result = Read(json);

        result.Options.Should().BeNull();
        result.Problems.Should().ContainSingle().Which.Should().StartWith(_file).And.Contain(expected).And.NotContain("s3cret");
    }

    [Theory]
    [InlineData("""{ "Concurrency": { "Sites": 0 } }""", "Concurrency:Sites: must be 1 to 1000")]
    [InlineData("""{ "Fetching": { "Allow": ["10.0.0.1=everything"] } }""", "no CIDR range")]
    [InlineData("""{ "Fetching": { "Agent": "My Bot 1.0" } }""", "Fetching:Agent: only letters")]
    [InlineData("""{ "Fetching": { "Timeout": "60d" } }""", "Fetching:Timeout: must be more than nothing and at most 1d")]
    [InlineData("""{ "Fetching": { "RobotsTimeout": "60d" } }""", "Fetching:RobotsTimeout: must be more than nothing and at most 1d")]
    [InlineData("""{ "Fetching": { "RenderTimeout": "0s" } }""", "Fetching:RenderTimeout: must be more than nothing and at most 1d")]
    [InlineData("""{ "Fetching": { "LongestWait": "60d" } }""", "Fetching:LongestWait: must be at most 1d")]
    [InlineData("""{ "Fetching": { "Proxy": "ftp://proxy.example:21" } }""", "Fetching:Proxy: must be an http or https address")]
    public void A_value_out_of_range_is_named(string json, string expected) =>
        Read(json).Problems.Should().ContainSingle().Which.Should().Contain(expected);

    [Fact]
    public void Every_mistake_is_named_in_one_go() =>
        Read("""{ "Stoer": 1, "Log": { "Lvel": 1 } }""").Problems.Should().HaveCount(2);

    [Fact]
    public void Broken_json_is_named_with_its_line() =>
        Read("{\n  \"Store\": \"a.db\",\n  oops\n}").Problems.Should().ContainSingle().Which.Should().MatchRegex(@"settings-\w+\.json:3:\d+: not valid JSON: ");

    [Fact]
    public void A_missing_file_is_named() =>
        ConfigurationReader.Read("no-such.json", new Dictionary<string, string?>()).Problems.Should().Equal("no-such.json: no such configuration file");

    [Fact]
    public void A_list_takes_the_place_of_the_one_below_it()
    {
        File.WriteAllText(_file, """{ "Sites": ["a", "b", "c"] }""");

        var result = ConfigurationReader.Read(_file, new Dictionary<string, string?> { ["Sites:0"] = "mine" });

        result.Options!.Sites.Should().Equal("mine");
        From(result, "Sites").Should().Be("command line");
    }

    [Fact]
    public void Each_setting_tells_where_it_was_said()
    {
        var result = Read("""{ "Fetching": { "Delay": "90s" } }""");

        From(result, "Fetching:Delay").Should().Be($"{_file}:Fetching:Delay");
        From(result, "Store").Should().EndWith("appsettings.json:Store");
        result.Settings.Should().OnlyContain(s => s.From == "default" || s.From.EndsWith(s.Key), "nothing here comes from the environment");
        result.Settings.Single(s => s.Key == "Fetching:Delay").Value.Should().Be("1m30s");
    }

    [Fact]
    public void A_secret_comes_from_a_file_and_is_never_shown()
    {
        var secret = _file + ".secret";
        File.WriteAllText(secret, "http://ann:hush@proxy.example:3128\n");
        try
        {
            var result = Read($$"""{ "Fetching": { "ProxyFile": "{{secret.Replace('\\', '/')}}" } }""");

            result.Options!.Fetching.Proxy.Should().Be(new Uri("http://ann:hush@proxy.example:3128"));
            result.Settings.Single(s => s.Key == "Fetching:Proxy").Should().Match<EffectiveSetting>(s => s.IsSecret && s.Value == "********" && s.From.EndsWith(":Fetching:ProxyFile"));
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Theory]
    [InlineData("""{ "Fetching": { "ProxyFile": "/nowhere/proxy" } }""", "Fetching:ProxyFile: cannot be read")]
    [InlineData("""{ "Fetching": { "ProxyFile": "a", "Proxy": "http://hush.example" } }""", "Fetching:ProxyFile: Fetching:Proxy is said as well")]
    [InlineData("""{ "Fetching": { "AgentFile": "a" } }""", "Fetching:AgentFile: unknown key")]
    [InlineData("""{ "Fetching": { "Proxy": "hush" } }""", "the secret is not")]
    public void A_mistake_with_a_secret_is_named_without_it(string json, string expected) =>
        Read(json).Problems.Should().ContainSingle().Which.Should().Contain(expected).And.NotContain("hush");

    private ConfigurationResult Read(string json)
    {
        File.WriteAllText(_file, json);
        return ConfigurationReader.Read(_file, new Dictionary<string, string?>());
    }

    private static string From(ConfigurationResult result, string key) => result.Settings.Single(s => s.Key == key).From;
}
