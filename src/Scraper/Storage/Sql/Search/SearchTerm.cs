namespace Scraper.Storage.Sql;

/// <summary>One term of a query.</summary>
/// <param name="Join">How it hangs on those before it: AND, OR, NOT.</param>
/// <param name="Words">A word, or several that follow one another.</param>
/// <param name="IsPrefix">Whether the last word may go on.</param>
internal sealed record SearchTerm(string Join, string Words, bool IsPrefix);
