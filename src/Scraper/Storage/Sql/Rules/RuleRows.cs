using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Storage.Sql;

/// <summary>Writes what site rules found. All selectors of a page go in one statement.</summary>
internal static class RuleRows
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Counts a page that was read by a rule; once a page, whatever becomes of it.</summary>
    public static void Count(SqlSession session, long siteId, ArticleRule? rule, string url, DateTimeOffset fetchedAt)
    {
        if (rule is null)
        {
            return;
        }

        var at = Moment.Text(fetchedAt);
        session.Send(
            """
            INSERT INTO rule_site (site_id, pages, fallbacks, recent_share, last_fallback_at, last_fallback_url, last_fallback)
            VALUES ($site, 1, $fell, $fell, $at, $url, $why)
            ON CONFLICT (site_id) DO UPDATE SET
                pages = rule_site.pages + 1, fallbacks = rule_site.fallbacks + $fell,
                recent_share = rule_site.recent_share + ($fell - rule_site.recent_share) / CASE WHEN rule_site.pages < 19 THEN rule_site.pages + 1 ELSE 20 END,
                last_fallback_at = COALESCE($at, rule_site.last_fallback_at), last_fallback_url = COALESCE($url, rule_site.last_fallback_url),
                last_fallback = COALESCE($why, rule_site.last_fallback)
            """,
            ("$site", siteId), ("$fell", rule.FellBack is null ? 0.0 : 1.0), ("$at", rule.FellBack is null ? null : at),
            ("$url", rule.FellBack is null ? null : url), ("$why", rule.FellBack));
        var hits = session.JsonNumber("e", 3);
        session.Send(
            $"""
            INSERT INTO rule_selector (site_id, key, expression, place, hits, misses, misses_in_row, last_page, last_at, last_hit_at, last_url, problem)
            SELECT $site, {session.JsonText("e", 0)}, {session.JsonText("e", 1)}, {session.JsonText("e", 2)},
                CASE WHEN {hits} > 0 THEN 1 ELSE 0 END, CASE WHEN {hits} > 0 THEN 0 ELSE 1 END, CASE WHEN {hits} > 0 THEN 0 ELSE 1 END,
                (SELECT pages FROM rule_site WHERE site_id = $site), $at, CASE WHEN {hits} > 0 THEN $at END, $url, {session.JsonText("e", 4)}
            FROM {session.JsonRows("$selectors", "e")} WHERE true
            ON CONFLICT (site_id, key, expression) DO UPDATE SET
                place = excluded.place, hits = rule_selector.hits + excluded.hits, misses = rule_selector.misses + excluded.misses,
                misses_in_row = CASE WHEN excluded.hits > 0 THEN 0 ELSE rule_selector.misses_in_row + 1 END, last_page = excluded.last_page, last_at = excluded.last_at,
                last_hit_at = COALESCE(excluded.last_hit_at, rule_selector.last_hit_at), last_url = excluded.last_url, problem = excluded.problem
            """,
            ("$site", siteId), ("$selectors", Selectors(rule)), ("$at", at), ("$url", url));
    }

    /// <summary>Puts the rule of an article's present reading in its record.</summary>
    public static void Record(SqlSession session, long siteId, long articleId, ArticleRule? rule)
    {
        if (rule is null)
        {
            session.Send("DELETE FROM article_rule WHERE article_id = $id", ("$id", articleId));
            return;
        }

        // A selector that was met only when an archived page was read again has been counted on no page.
        var (key, expression) = (session.JsonText("e", 0), session.JsonText("e", 1));
        var selectors = Selectors(rule);
        session.Send(
            $"INSERT INTO rule_selector (site_id, key, expression, place) SELECT $site, {key}, {expression}, {session.JsonText("e", 2)} FROM {session.JsonRows("$selectors", "e")} WHERE true ON CONFLICT DO NOTHING",
            ("$site", siteId), ("$selectors", selectors));
        var hits = session.Rows(
            $"""
            SELECT s.id, {session.JsonNumber("e", 3)}
            FROM {session.JsonRows("$selectors", "e")} JOIN rule_selector s ON s.site_id = $site AND s.key = {key} AND s.expression = {expression}
            """,
            r => new[] { r.GetInt64(0), r.GetInt64(1) }, ("$selectors", selectors), ("$site", siteId));
        session.Send(
            """
            INSERT INTO article_rule (article_id, rule, file, layout_until, fell_back, hits) VALUES ($id, $rule, $file, $layout, $why, $hits)
            ON CONFLICT (article_id) DO UPDATE SET rule = $rule, file = $file, layout_until = $layout, fell_back = $why, hits = $hits
            """,
            ("$id", articleId), ("$rule", rule.Name), ("$file", rule.File), ("$layout", rule.LayoutUntil?.ToString(Day, CultureInfo.InvariantCulture)),
            ("$why", rule.FellBack), ("$hits", JsonSerializer.Serialize(hits)));
    }

    /// <summary>The rule in an article's record, without its selectors; <see langword="null"/> where it has none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Where rule, file, layout_until, fell_back begin.</param>
    public static ArticleRule? Read(DbDataReader row, int column) => row.IsDBNull(column) ? null : new ArticleRule
    {
        Name = row.GetString(column),
        File = row.GetString(column + 1),
        LayoutUntil = ArticleRow.Text(row, column + 2) is { } day ? DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture) : null,
        FellBack = ArticleRow.Text(row, column + 3),
    };

    /// <summary>What the selectors of the rule found on an article's page.</summary>
    public static IReadOnlyList<SelectorCount> Selectors(SqlSession session, long articleId) => session.Rows(
        "SELECT key, place, selector, hits FROM v1_article_selectors WHERE article_id = $id",
        r => new SelectorCount(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), Problem: null),
        ("$id", articleId));

    private static string Selectors(ArticleRule rule) =>
        JsonSerializer.Serialize(rule.Selectors.DistinctBy(s => (s.Key, s.Expression)).Select(s => new object?[] { s.Key, s.Expression, s.Where, s.Hits, s.Problem }));
}
