namespace Scraper.Tests.Fixtures;

/// <summary>A class whose <see cref="StoreFactAttribute"/> and <see cref="StoreTheoryAttribute"/> tests are skipped where there is no PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;
