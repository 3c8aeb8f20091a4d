namespace Scraper.Hosting;

/// <summary>The settings, or everything that is wrong with them.</summary>
/// <param name="Options">The settings; <see langword="null"/> where there are problems.</param>
/// <param name="Problems">One line each: where, which key, what is wrong, what to do.</param>
/// <param name="Settings">Each setting with where it comes from; empty where there are problems.</param>
public sealed record ConfigurationResult(ScraperOptions? Options, IReadOnlyList<string> Problems, IReadOnlyList<EffectiveSetting> Settings);
