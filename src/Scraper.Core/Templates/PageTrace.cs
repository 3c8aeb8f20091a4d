using System.Collections.Immutable;

namespace Scraper.Core.Templates;

/// <summary>What is kept of a page that was learnt.</summary>
/// <param name="Key">Its address as a number: a page that comes again takes its own place.</param>
/// <param name="Blocks">Its blocks, each path with each text once.</param>
/// <param name="Lines">The wording of the lines at the edges of its text and of those that lead elsewhere.</param>
public sealed record PageTrace(ulong Key, ImmutableArray<BlockTrace> Blocks, ImmutableArray<LineTrace> Lines);
