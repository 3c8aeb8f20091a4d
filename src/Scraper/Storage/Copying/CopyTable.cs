namespace Scraper.Storage.Copying;

/// <summary>A table whose rows are copied, in the order of its key.</summary>
/// <param name="Name">Its name, the same in both engines.</param>
/// <param name="Keys">The columns of its key.</param>
internal sealed record CopyTable(string Name, params IReadOnlyList<string> Keys)
{
    /// <summary>All of them, those that others point at first.</summary>
    public static IReadOnlyList<CopyTable> All { get; } =
    [
        new("site", "id"), new("blob", "id"), new("article", "id"), new("article_blocks", "article_id"), new("revision", "article_id", "number"),
        new("setback", "id"), new("change", "seq"), new("url", "id"), new("page", "id"), new("page_part", "page_id", "number"),
        new("host", "host"), new("robots", "origin"), new("source", "url"),
        new("band", "key"), new("fingerprint", "article_id"), new("story", "id"), new("telling", "article_id"), new("resemblance", "article_id", "other_id"),
        new("rule_site", "site_id"), new("rule_selector", "id"), new("article_rule", "article_id"), new("rule_problem", "id"),
        new("site_memory", "site_id"), new("alarm", "site_id", "number"), new("rule_set", "version"),
    ];

    /// <summary>Views of the contract with an order of their rows that both engines give.</summary>
    public static IReadOnlyList<CopyTable> Views { get; } =
    [
        new("v1_articles", "article_id"), new("v1_sites", "site"), new("v1_changes", "change_seq"), new("v1_revisions", "article_id", "revision"),
        new("v1_captions", "article_id", "position"), new("v1_pictures", "article_id", "position"), new("v1_blocks", "article_id", "position"), new("v1_stories", "article_id"),
        new("v1_story_pairs", "article_id", "other_article_id"), new("v1_alarms", "site", "number"), new("v1_rule_sites", "site"),
        new("v1_rule_hits", "site", "key", "selector"), new("v1_article_selectors", "article_id", "key", "selector"), new("v1_rule_problems", "file", "line", "col", "message"),
    ];

    /// <summary>Tables of SQLite that have no like: its index, and what the other engine keeps otherwise; and its daemon, which is none of the other's.</summary>
    public static IReadOnlyList<string> NotCopied { get; } = ["node", "band_state", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4", "v1_search"];

    /// <summary>The key as a list of columns.</summary>
    public string Order => string.Join(", ", Keys);

    /// <summary>A condition for the rows after a key whose columns are parameters <c>$ka</c>, <c>$kb</c> …</summary>
    public string After => $"({Order}) > ({string.Join(", ", Keys.Select((_, i) => $"$k{(char)('a' + i)}"))})";

    /// <summary>Those parameters.</summary>
    public static (string, object?)[] Parameters(IReadOnlyList<object?> key) => [.. key.Select((value, i) => ($"$k{(char)('a' + i)}", value))];
}
