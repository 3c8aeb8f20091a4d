using Scraper.Core.Labelling;
using Scraper.Core.Verdicts;

namespace Scraper.Cli;

/// <summary>Counts the pages of a run of <c>scraper clean</c> that gave no article.</summary>
internal sealed class CleanTally
{
    private readonly SortedDictionary<PageVerdictKind, int> _noArticles = [];
    private int _pages;

    /// <summary>Pages in which no text was found.</summary>
    public int Empty { get; private set; }

    /// <summary>Counts a page.</summary>
    /// <param name="verdict">What it is.</param>
    /// <param name="isEmpty">Whether no text was found in it.</param>
    public void Add(PageVerdict verdict, bool isEmpty)
    {
        _pages++;
        Empty += isEmpty ? 1 : 0;
        if (!verdict.IsArticle)
        {
            _noArticles[verdict.Kind] = _noArticles.GetValueOrDefault(verdict.Kind) + 1;
        }
    }

    /// <summary>For people: how many of how many; <see langword="null"/> where every page gave an article.</summary>
    public string? Summary()
    {
        var sums = new List<string>();
        if (Empty > 0)
        {
            sums.Add($"{Empty} of {_pages} pages gave no text");
        }

        if (_noArticles.Values.Sum() is > 0 and var others)
        {
            var kinds = string.Join(", ", _noArticles.Select(n => $"{Names.Of(n.Key).Replace('_', ' ')} {n.Value}"));
            sums.Add($"{others}{(sums.Count == 0 ? $" of {_pages} pages" : string.Empty)} {(others == 1 ? "is not an article" : "are not articles")} ({kinds})");
        }

        return sums.Count == 0 ? null : string.Join(", ", sums);
    }
}
