namespace Scraper.Benchmarks.Data;

/// <summary>What folds are cut by, so that no host is on both sides.</summary>
internal static class RegistrableDomain
{
    /// <summary>The last two labels of an address's host, three where the second-level label is a registry's (<c>co.uk</c>).</summary>
    public static string Of(string url)
    {
        var labels = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host.Split('.') : [url];
        var keep = labels.Length > 2 && labels[^1].Length == 2 && labels[^2] is "co" or "com" or "org" or "net" or "ac" or "gov" or "edu" or "go" or "or" or "ne" ? 3 : 2;
        return string.Join('.', labels.TakeLast(keep));
    }
}
