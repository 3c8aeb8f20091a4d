using System.CommandLine;
using Scraper.Core.Labelling;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>The flags that choose articles, the same for <c>list</c>, <c>search</c> and <c>export</c>.</summary>
internal sealed class ArticleFilterOptions
{
    private readonly Option<string?> _site = new("--site") { Description = "Only this site.", HelpName = "NAME" };
    private readonly Option<string?> _since = new("--since") { Description = "Published (or first seen) at this time or later: 2026-03-01, 2026-03-01T12:00Z, or 7d, 12h ago.", HelpName = "TIME" };
    private readonly Option<string?> _until = new("--until") { Description = "Published (or first seen) before this time.", HelpName = "TIME" };
    private readonly Option<string?> _label = new("--label") { Description = "Only articles whose page has a block with this label, such as comment.", HelpName = "LABEL" };
    private readonly Option<long> _after = new("--after") { Description = "Only articles changed after this change number.", HelpName = "SEQ" };
    private readonly Option<int?> _limit = new("--limit") { Description = "At most so many.", HelpName = "N" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _site, _since, _until, _label, _after, _limit })
        {
            command.Add(option);
        }
    }

    /// <exception cref="CliException">A time or label is none.</exception>
    public ArticleFilter Read(ParseResult parsed, int? limit = null) => new()
    {
        Site = parsed.GetValue(_site),
        Since = PointInTime.Read(parsed.GetValue(_since), "--since"),
        Until = PointInTime.Read(parsed.GetValue(_until), "--until"),
        Label = parsed.GetValue(_label) is not { } name ? null
            : Names.TryParse<Label>(name, out var label) ? label
            : throw new CliException($"--label {name}: not a label; there are {string.Join(", ", Enum.GetValues<Label>().Select(l => Names.Of(l)))}"),
        AfterChange = parsed.GetValue(_after),
        Limit = parsed.GetValue(_limit) switch
        {
            null => limit,
            > 0 and var given => given,
            var wrong => throw new CliException($"--limit {wrong}: must be at least 1"),
        },
    };
}
