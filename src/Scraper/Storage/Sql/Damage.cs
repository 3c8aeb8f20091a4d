using System.Text.Json;

namespace Scraper.Storage.Sql;

/// <summary>Stored values that cannot be read as what they were written as.</summary>
internal static class Damage
{
    public static bool Is(Exception error) => error is JsonException or FormatException or InvalidDataException or InvalidCastException or OverflowException;

    /// <summary>Explains a value that <see cref="Is"/> says is damaged.</summary>
    public static StoreException Explain(Exception error, string location) => new(StoreFault.Corrupt, "The store is damaged: a stored value cannot be read", location,
        "Stop writing to it, keep a copy, run 'scraper db check' to see what is damaged, and restore the last backup", error);
}
