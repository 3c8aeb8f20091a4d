namespace Scraper.Hosting.Services;

/// <summary>What is to be installed.</summary>
/// <param name="Program">Absolute path of the executable.</param>
/// <param name="User">The user that it runs as.</param>
internal sealed record ServicePlan(string Program, string User);
