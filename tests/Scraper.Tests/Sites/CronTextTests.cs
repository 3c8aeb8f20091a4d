using FluentAssertions;
using Quartz;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class CronTextTests
{
    private static readonly string[] Parts =
    [
        "0", "1", "5", "7", "8", "12", "23", "24", "31", "32", "59", "60", "99", "000", "*", "?", "", "L", "LW", "L-3", "L-31", "15W", "32W", "MON", "fri", "MONDAY", "JAN", "DEC",
        "6L", "FRIL", "6#3", "FRI#6", "1970", "2020", "2099", "20300", "MON-FRI", "FRI-MON", "22-3", "5-30", "2040-2030", "NOV-FEB", "1-L", "MON-", "C",
    ];

    [Theory]
    [InlineData("0 99 * * * ?", "r.yaml:1:19: error: schedule.cron: \"99\" is no minute of a cron expression: write 0 to 59, *")]
    [InlineData("a b c d e f", "r.yaml:1:19: error: schedule.cron: \"a\" is no second of a cron expression: *")]
    [InlineData("0 0 0 ? * MONDAY", "*\"MONDAY\" is no day of the week of a cron expression: write 1 to 7 or SUN to SAT, *")]
    [InlineData("0 0 0 ? * 6#6", "*\"6#6\" is no day of the week *")]
    [InlineData("0 0 24 * * ?", "*\"24\" is no hour *")]
    [InlineData("0 0 0 0 * ?", "*\"0\" is no day of the month *")]
    [InlineData("0 0 0 1,15W,32 * ?", "*\"32\" is no day of the month *")]
    [InlineData("0 0 0 1 13 ?", "*\"13\" is no month *")]
    [InlineData("0 */60 * * * ?", "*\"\\*/60\" is no minute *")]
    [InlineData("0 0 0 1 1 ? 20300", "*\"20300\" is no year *")]
    [InlineData("0 0 * * ?", "*six or seven fields*")]
    public void An_expression_that_is_none_is_refused_where_it_stands(string cron, string problem)
    {
        var reading = Read(cron);

        reading.Rule.Should().BeNull();
        reading.Problems.Should().ContainSingle().Which.ToString().Should().Match(problem.Replace("\\*", "?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0 0/10 6-22 * * ?")]
    [InlineData("0 30 2 L-3W * ?")]
    [InlineData("0 0 0 1W,15W,L jan-jun/3 ?")]
    [InlineData("0 0 22-3 ? * mon-fri")]
    [InlineData("0 /5 * ? * 6#3 2026-2040")]
    [InlineData("0 0 0 30 2 ?")]
    public void An_expression_that_quartz_takes_is_kept(string cron) => Read(cron).Rule!.Schedule!.Cron.Should().Be(cron);

    [Fact]
    public void Whatever_is_kept_quartz_takes()
    {
        var random = new Random(7);
        var kept = 0;
        for (var i = 0; i < 20_000; i++)
        {
            string[] fields = random.Next(2) == 0 ? ["0", "0", "0", "1", "*", "?"] : ["0", "0", "0", "1", "*", "?", "2030"];
            fields[random.Next(fields.Length)] = Field(random);
            fields[random.Next(fields.Length)] = Field(random);
            var cron = string.Join(' ', fields);
            if (Read(cron).Rule is not null)
            {
                kept++;
                FluentActions.Invoking(() => new CronExpression(cron, TimeZoneInfo.Utc)).Should().NotThrow(cron);
            }
        }

        kept.Should().BeGreaterThan(500);
    }

    private static string Field(Random random)
    {
        var text = Item(random);
        while (random.Next(4) == 0)
        {
            text += "," + Item(random);
        }

        return text;
    }

    private static string Item(Random random)
    {
        var part = Parts[random.Next(Parts.Length)];
        return random.Next(6) switch
        {
            0 => $"{part}-{Parts[random.Next(Parts.Length)]}",
            1 => $"{part}/{random.Next(0, 70)}",
            _ => part,
        };
    }

    private static SiteRuleReading Read(string cron) => SiteRuleReader.Read("r.yaml", $"schedule: {{ cron: \"{cron}\" }}\nhosts: [news.example]\n");
}
