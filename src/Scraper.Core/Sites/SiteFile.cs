namespace Scraper.Core.Sites;

/// <summary>A rule file as it was found.</summary>
/// <param name="Path">Its path; the extension tells YAML (<c>.yaml</c>, <c>.yml</c>) from ftr-site-config (<c>.txt</c>).</param>
/// <param name="Text">Its whole text.</param>
public sealed record SiteFile(string Path, string Text)
{
    /// <summary>Why it could not be read; <see langword="null"/> where it could.</summary>
    public string? Trouble { get; init; }
}
