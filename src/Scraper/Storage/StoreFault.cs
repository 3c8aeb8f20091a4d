namespace Scraper.Storage;

/// <summary>Kinds of trouble with a store.</summary>
public enum StoreFault
{
    /// <summary>There is no store there.</summary>
    Missing,

    /// <summary>The file is something else.</summary>
    Foreign,

    /// <summary>A newer version of this program made it.</summary>
    Newer,

    /// <summary>The file is damaged.</summary>
    Corrupt,

    /// <summary>The file or its folder may not be written or read.</summary>
    Forbidden,

    /// <summary>No space left.</summary>
    Full,

    /// <summary>Another process holds it.</summary>
    Locked,

    /// <summary>The server cannot be reached.</summary>
    Unreachable,

    /// <summary>The write belongs to a visit whose turn is over: another node has taken the site over.</summary>
    TurnOver,

    /// <summary>What was asked cannot be: no such article, a bad query.</summary>
    Invalid,

    /// <summary>The engine reports something else.</summary>
    Engine,
}
