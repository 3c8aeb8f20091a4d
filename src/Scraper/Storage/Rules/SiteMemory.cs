namespace Scraper.Storage;

/// <summary>What is kept of a site beyond its articles, packed.</summary>
/// <param name="Template">The site's template (<c>TemplateBlob</c>), or <see langword="null"/>.</param>
/// <param name="TemplateVersion">Version in force, or <see langword="null"/>.</param>
/// <param name="Drift">The watch over the site (<c>DriftBlob</c>), or <see langword="null"/>.</param>
/// <param name="SavedAt">When it was kept.</param>
public sealed record SiteMemory(byte[]? Template, string? TemplateVersion, byte[]? Drift, DateTimeOffset SavedAt);
