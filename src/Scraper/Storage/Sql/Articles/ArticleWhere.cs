namespace Scraper.Storage.Sql;

/// <summary>A filter of articles as a WHERE clause over <c>article a</c>.</summary>
internal sealed class ArticleWhere
{
    private readonly List<string> _terms = [];
    private readonly List<(string, object?)> _parameters = [];

    public ArticleWhere(ArticleFilter filter, string? also = null)
    {
        Add(filter.Site, "a.site_id = (SELECT id FROM site WHERE name = $site)", "$site");
        Add(Moment.Text(filter.Since), "a.sort_at >= $since", "$since");
        Add(Moment.Text(filter.Until), "a.sort_at < $until", "$until");
        Add(filter.AfterChange > 0 ? filter.AfterChange : null, "a.change_seq > $after", "$after");
        Add(filter.Label is { } label ? BlockJson.Bit(label) : null, "(SELECT b.labels FROM article_blocks b WHERE b.article_id = a.id) & $label <> 0", "$label");
        if (filter.Before is { } before)
        {
            Add(Moment.Text(before.At), "(a.sort_at, a.id) < ($before, $before_id)", "$before");
            _parameters.Add(("$before_id", before.Id));
        }

        IsEmpty = _terms.Count == 0;
        if (also is not null)
        {
            _terms.Add(also);
        }
    }

    public string Sql => _terms.Count == 0 ? string.Empty : "WHERE " + string.Join(" AND ", _terms);

    /// <summary>Whether the filter itself asks for nothing of an article.</summary>
    public bool IsEmpty { get; }

    public IReadOnlyList<(string Name, object? Value)> Parameters => _parameters;

    private void Add(object? value, string term, string name)
    {
        if (value is not null)
        {
            _terms.Add(term);
            _parameters.Add((name, value));
        }
    }
}
