using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>
/// Reads the per-site files of ftr-site-config, the public corpus that Full-Text RSS, graby and wallabag share
/// (https://help.fivefilters.org/full-text-rss/site-patterns.html). A line that cannot be used is named and left; the
/// rest of the file is in force.
/// </summary>
public static class FtrReader
{
    /// <summary>Lines of a file that are read at most.</summary>
    private const int MostLines = 5_000;

    /// <summary>Reads one file.</summary>
    /// <param name="path">Its path; its name says what it is for (<c>host.txt</c>, <c>.domain.txt</c>, <c>fingerprint.x.txt</c>, <c>global.txt</c>).</param>
    /// <param name="text">Its whole text.</param>
    public static SiteRuleReading Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        var problems = new SiteProblems(path);
        if (text.Length > YamlFile.LongestText)
        {
            problems.Add(SiteProblemSeverity.Error, 0, 0, string.Empty, YamlFile.TooLong);
            return new SiteRuleReading(null, problems.InOrder);
        }

        var builder = new FtrRuleBuilder(path, problems);
        var (number, directives) = (0, 0);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (++number > MostLines)
            {
                problems.Add(SiteProblemSeverity.Warning, number, 0, string.Empty, $"more than {MostLines} lines; the rest is left");
                break;
            }

            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            if (FtrLine.Read(line.ToString(), number) is { } directive)
            {
                directives += FtrDirective.All.ContainsKey(directive.Name) ? 1 : 0;
                Add(directive, builder, problems);
            }
            else
            {
                problems.Add(SiteProblemSeverity.Warning, number, 1, string.Empty, "not a directive (name: value) and not a comment (#); left out");
            }
        }

        if (directives == 0 && problems.InOrder is { Count: > 0 } found && !found.Any(p => p.Message.Contains("did you mean", StringComparison.Ordinal)))
        {
            // A licence or a read-me among the rules.
            return new SiteRuleReading(null, [new SiteProblem(SiteProblemSeverity.Note, path, 0, 0, string.Empty, "holds no directive; not a rule file")]);
        }

        return new SiteRuleReading(builder.Build(), problems.InOrder);
    }

    private static void Add(FtrLine line, FtrRuleBuilder builder, SiteProblems problems)
    {
        if (!FtrDirective.All.TryGetValue(line.Name, out var directive))
        {
            var near = NearName.Find(line.Name, FtrDirective.All.Keys);
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, near is null ? "unknown directive; left out" : $"unknown directive; did you mean \"{near}\"? Left out");
            return;
        }

        switch (directive.Support)
        {
            case FtrSupport.Unsupported:
                problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, $"not supported: {directive.How}");
                break;
            case FtrSupport.NoEffect:
                problems.Add(SiteProblemSeverity.Note, line.Line, 1, line.Name, $"nothing to do: {directive.How}");
                break;
            case FtrSupport.Carried:
                builder.Add(line);
                break;
        }
    }
}
