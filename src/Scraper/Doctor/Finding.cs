namespace Scraper.Doctor;

/// <summary>What the doctor found out about one thing.</summary>
/// <param name="Kind">How good it is.</param>
/// <param name="What">The thing: <c>store</c>, <c>browser</c>, <c>rule example.yaml</c>.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Remedy">What to do about it; empty where nothing is to be done.</param>
internal sealed record Finding(FindingKind Kind, string What, string Detail, string Remedy = "");
