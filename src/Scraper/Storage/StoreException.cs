namespace Scraper.Storage;

/// <summary>The store cannot do what it was asked. The message says what, where, and what to do; it needs no stack trace.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="fault">What kind of trouble.</param>
    /// <param name="what">What happened.</param>
    /// <param name="location">Where: the path of the file.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="inner">What the engine said.</param>
    public StoreException(StoreFault fault, string what, string location, string remedy, Exception? inner = null)
        : base($"{what} ({location}). {remedy}", inner)
    {
        Fault = fault;
        Location = location;
        Remedy = remedy;
    }

    /// <summary>What kind of trouble.</summary>
    public StoreFault Fault { get; }

    /// <summary>Where: the path of the file.</summary>
    public string Location { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
