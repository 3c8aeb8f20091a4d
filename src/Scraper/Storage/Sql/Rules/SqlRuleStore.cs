using System.Data.Common;
using System.Text.Json;
using Scraper.Core.Sites;

namespace Scraper.Storage.Sql;

/// <summary>How well site rules fit, and the rule files that are kept in the store.</summary>
internal sealed class SqlRuleStore(ISqlReaders readers, ISqlWriter writer) : IRuleStore
{
    /// <summary>Pages in a row on which a selector that finds nothing is reported.</summary>
    private const int SilentAfter = 20;

    public Task<IReadOnlyList<SiteRuleUse>> ListUseAsync(CancellationToken cancellationToken) => readers.RunAsync<IReadOnlyList<SiteRuleUse>>(
        session =>
        {
            var silent = session.Rows(
                "SELECT site, key, place, selector, misses_in_row, last_hit_at FROM v1_rule_hits WHERE is_in_use AND misses_in_row >= $after ORDER BY site, place",
                r => (Site: r.GetString(0), Selector: new SilentSelector(r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4), Moment.ReadOrNull(ArticleRow.Text(r, 5)))),
                ("$after", SilentAfter)).ToLookup(s => s.Site, s => s.Selector);
            return session.Rows(
                "SELECT site, pages, fallbacks, recent_share, last_fallback_url, last_fallback_at, last_fallback FROM v1_rule_sites ORDER BY site",
                r => new SiteRuleUse(r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetDouble(3), Fallback(r), [.. silent[r.GetString(0)]]));
        },
        cancellationToken);

    public Task SetProblemsAsync(IReadOnlyList<RuleFileProblem> problems, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            // Nodes that share a store see the same problems: one deletes and inserts at a time.
            session.LockTable("rule_problem");
            var known = Problems(session).ToDictionary(Identity, p => p.Since);
            session.Execute("DELETE FROM rule_problem");
            foreach (var problem in problems.DistinctBy(Identity))
            {
                session.Execute(
                    "INSERT INTO rule_problem (file, line, col, key, message, has_last_good, since) VALUES ($file, $line, $column, $key, $message, $good, $since)",
                    ("$file", problem.File), ("$line", problem.Line), ("$column", problem.Column), ("$key", problem.Key), ("$message", problem.Message),
                    ("$good", problem.HasLastGood), ("$since", Moment.Text(known.GetValueOrDefault(Identity(problem), problem.Since))));
            }

            return problems.Count;
        },
        cancellationToken);

    public Task<IReadOnlyList<RuleFileProblem>> ListProblemsAsync(CancellationToken cancellationToken) =>
        readers.RunAsync<IReadOnlyList<RuleFileProblem>>(Problems, cancellationToken);

    public Task<int> PushAsync(IReadOnlyList<SiteFile> files, DateTimeOffset at, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            var version = Last(session) + 1;
            session.Execute(
                "INSERT INTO rule_set (version, pushed_at, files) VALUES ($version, $at, $files)",
                ("$version", version), ("$at", Moment.Text(at)), ("$files", JsonSerializer.Serialize(files.Select(f => new { Name = f.Path, f.Text }))));
            return version;
        },
        cancellationToken);

    public Task<int> VersionAsync(CancellationToken cancellationToken) => readers.RunAsync(Last, cancellationToken);

    public Task<RuleSet?> PullAsync(int version, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows(
            "SELECT version, pushed_at, files FROM rule_set WHERE version = $version",
            r => new RuleSet(r.GetInt32(0), Moment.Read(r.GetString(1)), Files(r.GetString(2))), ("$version", version)).FirstOrDefault(),
        cancellationToken);

    private static IReadOnlyList<SiteFile> Files(string json)
    {
        using var files = JsonDocument.Parse(json);
        return [.. files.RootElement.EnumerateArray().Select(f => new SiteFile(f.GetProperty("Name").GetString()!, f.GetProperty("Text").GetString()!))];
    }

    private static int Last(SqlSession session) => (int)session.Scalar<long>("SELECT COALESCE(MAX(version), 0) FROM rule_set");

    /// <summary>Each problem once, as old as it is; stores that several nodes wrote before they took turns have it once a node.</summary>
    private static List<RuleFileProblem> Problems(SqlSession session) => [.. session.Rows(
        "SELECT file, line, col, key, message, has_last_good, since FROM rule_problem ORDER BY file, line, col, id",
        r => new RuleFileProblem(r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetString(3), r.GetString(4), r.GetBoolean(5), Moment.Read(r.GetString(6))))
        .GroupBy(Identity).Select(same => same.MinBy(p => p.Since)!)];

    private static (string, int, int, string) Identity(RuleFileProblem problem) => (problem.File, problem.Line, problem.Column, problem.Message);

    private static RuleFallback? Fallback(DbDataReader r) =>
        r.IsDBNull(4) ? null : new RuleFallback(r.GetString(4), Moment.Read(r.GetString(5)), r.GetString(6));
}
