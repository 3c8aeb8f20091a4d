namespace Scraper.Discovery;

/// <summary>The one form of a URL that identifies an article.</summary>
public static class CanonicalUrl
{
    /// <summary>The canonical form: see README.md beside this file for each step.</summary>
    /// <param name="url">An absolute http or https URL.</param>
    public static Uri Of(Uri url) => url;
}
