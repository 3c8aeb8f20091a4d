namespace Scraper.Tests.Hostile.Fuzzing;

/// <summary>A reader of hostile input. Any input must come back from it without an exception; it reports bad input by value.</summary>
/// <param name="Name">What it reads.</param>
/// <param name="Seeds">Good input to spoil.</param>
/// <param name="Tokens">Pieces of its grammar.</param>
/// <param name="Read">Reads one input.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, IReadOnlyList<string> Tokens, Action<byte[]> Read);
