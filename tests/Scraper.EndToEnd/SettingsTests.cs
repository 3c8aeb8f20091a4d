using System.Text.Json;
using FluentAssertions;

namespace Scraper.EndToEnd;

public sealed class SettingsTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task Layers_go_over_one_another_and_each_setting_tells_its_own()
    {
        _folder.Write("etc/appsettings.json", """{ "Store": "machine.db", "Fetching": { "Delay": "2s", "Timeout": "40s" }, "Sites": ["a", "b"] }""");
        _folder.Write("mine.json", """{ "Fetching": { "Delay": "3s", "Agent": "Mine" } }""");
        _folder.Write("credentials/Fetching.Proxy", "http://ann:hush@proxy.example:3128\n");
        _folder.Write("credentials/somebody-elses", "not ours");

        var shown = await ShowAsync("--json", "--config", "mine.json", "--store", "flag.db");

        shown.Exit.Should().Be(0, shown.Error);
        shown.Output.Should().NotContain("hush");
        using var json = JsonDocument.Parse(shown.Output);
        var settings = json.RootElement.EnumerateArray().ToDictionary(s => s.GetProperty("key").GetString()!, s => (s.GetProperty("value").GetString(), s.GetProperty("from").GetString()));
        settings["Store"].Should().Be(("flag.db", "command line"));
        settings["Sites"].Should().Be(("a, b", $"{_folder["etc/appsettings.json"]}:Sites"));
        settings["Fetching:Timeout"].Should().Be(("40s", $"{_folder["etc/appsettings.json"]}:Fetching:Timeout"));
        settings["Fetching:Agent"].Should().Be(("Mine", $"{_folder["mine.json"]}:Fetching:Agent"));
        settings["Fetching:Delay"].Should().Be(("5s", "environment variable SCRAPER__Fetching__Delay"));
        settings["Fetching:Proxy"].Should().Be(("********", $"credential {_folder["credentials/Fetching.Proxy"]}"));
    }

    [UnixFact]
    public async Task An_unknown_key_of_the_machines_file_is_named_with_file_and_key()
    {
        _folder.Write("etc/appsettings.json", """{ "Fetching": { "Delai": "2s" } }""");

        var shown = await ShowAsync();

        shown.Exit.Should().Be(2);
        shown.Error.Should().Contain($"{_folder["etc/appsettings.json"]}: Fetching:Delai: unknown key; did you mean \"Delay\"?");
    }

    [UnixFact]
    public async Task A_variable_below_a_single_value_is_named_and_never_dropped()
    {
        using var process = ScraperProcess.Start(_folder.Path, new Dictionary<string, string> { ["SCRAPER__Web__Token__X"] = "s3cret-s3cret-s3cret" }, "config", "show");

        var shown = await process.EndAsync();

        shown.Exit.Should().Be(2);
        shown.Error.Should().Contain("environment variable SCRAPER__Web__Token__X: Web:Token: takes one value").And.NotContain("s3cret");
    }

    [UnixFact]
    public async Task Doctor_tells_each_mistake_in_the_settings_by_itself()
    {
        _folder.Write("mine.json", """{ "Stoer": "a.db", "Fetching": { "Delai": "2s" } }""");

        var found = await ScraperProcess.RunAsync(_folder.Path, "doctor", "--json", "--config", "mine.json");
        var shown = await ScraperProcess.RunAsync(_folder.Path, "config", "show", "--config", "mine.json");

        found.Exit.Should().Be(1);
        found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2).And.OnlyContain(l => !l.Contains("scraper: ", StringComparison.Ordinal));
        shown.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2).And.OnlyContain(l => l.StartsWith("scraper: ", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task A_value_out_of_range_is_named_with_file_and_key()
    {
        _folder.Write("etc/appsettings.json", """{ "Fetching": { "MaxBodyBytes": 3, "Allow": ["a=b"] } }""");

        var shown = await ShowAsync();

        shown.Exit.Should().Be(2);
        shown.Error.Should().Contain($"{_folder["etc/appsettings.json"]}: Fetching:MaxBodyBytes: must be").And.Contain($"{_folder["etc/appsettings.json"]}: Fetching:Allow: ");
    }

    [UnixFact]
    public async Task No_secret_is_shown_wherever_it_was_said()
    {
        _folder.Write("etc/appsettings.json", """{ "Storage": "Postgres", "Connection": "Host=db;Password=hush", "Alarms": { "Webhook": "http://hooks.example/hush" } }""");
        _folder.Write("token", "hush-hush-hush-hush\n");
        _folder.Write("mine.json", $$"""{ "Web": { "TokenFile": "{{_folder["token"]}}" }, "Fetching": { "Proxy": "http://ann:hush@proxy.example:3128" } }""");

        var shown = await ShowAsync("--config", "mine.json");

        shown.Exit.Should().Be(0, shown.Error);
        shown.Output.Should().NotContain("hush");
        shown.Output.Split('\n').Count(l => l.Contains("********", StringComparison.Ordinal)).Should().Be(4);
    }

    [UnixFact]
    public async Task The_unit_is_printed_without_root_and_install_says_what_is_missing()
    {
        var unit = await ScraperProcess.RunAsync(_folder.Path, "service", "install", "--dry-run", "--user", "news", "--program", "/opt/my scraper/scraper");

        unit.Exit.Should().Be(0, unit.Error);
        unit.Output.Should().Contain("Type=notify").And.Contain("User=news").And.Contain("ExecStart=\"/opt/my scraper/scraper\" run --service")
            .And.Contain("ProtectSystem=strict").And.Contain("NoNewPrivileges=yes").And.Contain("StateDirectory=scraper").And.Contain("WatchdogSec=")
            .And.NotContain("MemoryDenyWriteExecute");

        var wrong = await ScraperProcess.RunAsync(_folder.Path, "service", "install", "--dry-run", "--user", "a\nExecStart=/bin/sh");
        wrong.Exit.Should().Be(2);

        var refused = await ScraperProcess.RunUnprivilegedAsync(_folder.Path, "service", "install");
        refused.Exit.Should().Be(1);
        refused.Error.Should().Match(e => e.Contains("systemd does not run on this machine") || e.Contains("must be run as root"));
        refused.HasStackTrace.Should().BeFalse(refused.Error);
    }

    [ProgramFact("systemd-analyze")]
    public async Task The_unit_is_one_that_systemd_understands()
    {
        var unit = await ScraperProcess.RunAsync(_folder.Path, "service", "install", "--dry-run", "--user", "root", "--program", "/bin/true");
        var file = _folder.Write("scraper.service", unit.Output);

        using var verify = ScraperProcess.StartProgram(_folder.Path, "systemd-analyze", ["verify", "--man=no", file]);
        var ended = await verify.EndAsync();

        ended.Exit.Should().Be(0, ended.Error);
        (ended.Output + ended.Error).Should().NotContain("scraper.service:", "no line may be unknown or ignored");
    }

    private Task<ScraperResult> ShowAsync(params string[] flags) => RunAsync(["config", "show", .. flags]);

    private async Task<ScraperResult> RunAsync(string[] arguments)
    {
        Dictionary<string, string> environment = new()
        {
            ["CONFIGURATION_DIRECTORY"] = _folder["etc"],
            ["CREDENTIALS_DIRECTORY"] = _folder["credentials"],
            ["SCRAPER__Fetching__Delay"] = "5s",
        };
        using var process = ScraperProcess.Start(_folder.Path, environment, arguments);
        return await process.EndAsync();
    }
}
