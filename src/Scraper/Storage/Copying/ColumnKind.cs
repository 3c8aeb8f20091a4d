namespace Scraper.Storage.Copying;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>A whole number, 64 bits.</summary>
    Number,

    /// <summary>A floating-point number.</summary>
    Real,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Yes or no; 1 or 0 in SQLite.</summary>
    Truth,
}
