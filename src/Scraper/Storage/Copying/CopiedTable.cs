namespace Scraper.Storage.Copying;

/// <summary>A table or view after the copy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Rows in the source.</param>
/// <param name="CopiedRows">Rows in the copy.</param>
/// <param name="Hash">SHA-256 of the source's rows, hexadecimal.</param>
/// <param name="CopiedHash">That of the copy's.</param>
public sealed record CopiedTable(string Name, long Rows, long CopiedRows, string Hash, string CopiedHash)
{
    /// <summary>Whether they are the same.</summary>
    public bool IsSame => Rows == CopiedRows && Hash == CopiedHash;
}
