namespace Scraper.Fetching.Http;

/// <summary>Says truthfully who asks and where to complain.</summary>
internal static class UserAgent
{
    public static string Of(FetchOptions options)
    {
        var version = typeof(UserAgent).Assembly.GetName().Version?.ToString(2) ?? "0";
        var contact = string.IsNullOrWhiteSpace(options.Contact) || !HeaderText.IsOneLine(options.Contact) ? "no contact configured" : "+" + options.Contact;
        return $"{options.Agent}/{version} ({contact})";
    }
}
