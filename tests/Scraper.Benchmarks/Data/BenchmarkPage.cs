namespace Scraper.Benchmarks.Data;

/// <summary>A page of the benchmark with what a person took for its text.</summary>
/// <param name="Id">Its file name without extension.</param>
/// <param name="Url">Where it was found.</param>
/// <param name="Host">Registrable domain, by which folds are cut.</param>
/// <param name="Kind">Page type: article, forum, product, listing, collection, documentation, service.</param>
/// <param name="Html">The page, decoded.</param>
/// <param name="Gold">The text.</param>
/// <param name="Title">The title, or empty.</param>
/// <param name="Author">Its authors as the gold has them, or empty.</param>
/// <param name="Date">The day of publication, or empty.</param>
internal sealed record BenchmarkPage(string Id, string Url, string Host, string Kind, string Html, string Gold, string Title, string Author, string Date)
{
    /// <summary>Pieces that sensible people keep or drop: they count neither as text nor as anything else.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>Whether the page was written for training and every block of it marked by hand; such a gold is not doubted.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Its address, or <see langword="null"/> where that is none.</summary>
    public Uri? Address { get; } = Uri.TryCreate(Url, UriKind.Absolute, out var address) ? address : null;
}
