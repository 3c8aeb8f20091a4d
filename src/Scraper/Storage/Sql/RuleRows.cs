using System.Globalization;
using System.Text.Json;
using System.Data.Common;
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
        session.Execute(
            """
            INSERT INTO rule_site (site_id, pages, fallbacks, recent_share, last_fallback_at, last_fallback_url, last_fallback)
            VALUES ($site, 1, $fell, $fell, iif($fell, $at, NULL), iif($fell, $url, NULL), $why)
            ON CONFLICT (site_id) DO UPDATE SET
                pages = pages + 1, fallbacks = fallbacks + $fell,
                recent_share = recent_share + ($fell - recent_share) / MIN(pages + 1, 20),
                last_fallback_at = iif($fell, $at, last_fallback_at), last_fallback_url = iif($fell, $url, last_fallback_url),
                last_fallback = COALESCE($why, last_fallback)
            """,
            ("$site", siteId), ("$fell", rule.FellBack is null ? 0.0 : 1.0), ("$at", at), ("$url", url), ("$why", rule.FellBack));
        session.Execute(
            """
            INSERT INTO rule_selector (site_id, key, expression, place, hits, misses, misses_in_row, last_page, last_at, last_hit_at, last_url, problem)
            SELECT $site, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]') > 0, json_extract(value, '$[3]') = 0, json_extract(value, '$[3]') = 0,
                (SELECT pages FROM rule_site WHERE site_id = $site), $at, iif(json_extract(value, '$[3]') > 0, $at, NULL), $url, json_extract(value, '$[4]')
            FROM json_each($selectors) WHERE true
            ON CONFLICT (site_id, key, expression) DO UPDATE SET
                place = excluded.place, hits = hits + excluded.hits, misses = misses + excluded.misses,
                misses_in_row = iif(excluded.hits, 0, misses_in_row + 1), last_page = excluded.last_page, last_at = excluded.last_at,
                last_hit_at = COALESCE(excluded.last_hit_at, last_hit_at), last_url = excluded.last_url, problem = excluded.problem
            """,
            ("$site", siteId), ("$selectors", Selectors(rule)), ("$at", at), ("$url", url));
    }

    /// <summary>Puts the rule of an article's present reading in its record.</summary>
    public static void Record(SqlSession session, long siteId, long articleId, ArticleRule? rule)
    {
        if (rule is null)
        {
            session.Execute("DELETE FROM article_rule WHERE article_id = $id", ("$id", articleId));
            return;
        }

        // A selector that was met only when an archived page was read again has been counted on no page.
        var selectors = Selectors(rule);
        session.Execute(
            "INSERT OR IGNORE INTO rule_selector (site_id, key, expression, place) SELECT $site, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each($selectors)",
            ("$site", siteId), ("$selectors", selectors));
        session.Execute(
            """
            INSERT INTO article_rule (article_id, rule, file, layout_until, fell_back, hits)
            VALUES ($id, $rule, $file, $layout, $why, (
                SELECT json_group_array(json_array(s.id, json_extract(e.value, '$[3]')))
                FROM json_each($selectors) e JOIN rule_selector s ON s.site_id = $site AND s.key = json_extract(e.value, '$[0]') AND s.expression = json_extract(e.value, '$[1]')))
            ON CONFLICT (article_id) DO UPDATE SET
                rule = excluded.rule, file = excluded.file, layout_until = excluded.layout_until, fell_back = excluded.fell_back, hits = excluded.hits
            """,
            ("$id", articleId), ("$rule", rule.Name), ("$file", rule.File), ("$layout", rule.LayoutUntil?.ToString(Day, CultureInfo.InvariantCulture)),
            ("$why", rule.FellBack), ("$site", siteId), ("$selectors", selectors));
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
        JsonSerializer.Serialize(rule.Selectors.Select(s => new object?[] { s.Key, s.Expression, s.Where, s.Hits, s.Problem }));
}
