namespace Scraper.Core.Drift;

/// <summary>What one extraction leaves for the watch over its site: numbers and keys, no text but the title.</summary>
public sealed record PageFigures
{
    /// <summary>The page's address.</summary>
    public required string Url { get; init; }

    /// <summary>The verdict by which the page was refused; <see langword="null"/> for an article.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why the site's rule left the body to the generic labeller; <see langword="null"/> where it did not.</summary>
    public string? FellBack { get; init; }

    /// <summary>Selectors of the rule that found something, and those that found nothing: <c>strip .td_block_wrap</c>.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <inheritdoc cref="Found"/>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>The title; empty where there is none.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>Different headings at the headline's place; 0 where no heading is the headline.</summary>
    public int Headlines { get; init; }

    /// <summary>UTF-16 code units of the text.</summary>
    public int Length { get; init; }

    /// <summary>Share of the characters of all blocks that are text, 0–1.</summary>
    public double Kept { get; init; }

    /// <summary>Share of the text that stands in links, 0–1.</summary>
    public double Links { get; init; }

    /// <summary>F1, over characters, of the text and what the generic labeller would have taken, 0–1; 1 where it was not asked.</summary>
    public double Agreement { get; init; } = 1;

    /// <summary>Blocks of the text that read like captions: right behind a picture and no whole sentence, or with a caption's cue.</summary>
    public int CaptionLike { get; init; }

    /// <summary>Captions.</summary>
    public int Captions { get; init; }

    /// <summary>Whether an author was found.</summary>
    public bool HasAuthor { get; init; }

    /// <summary>Whether a date of publication was found.</summary>
    public bool HasDate { get; init; }

    /// <summary>The structural paths at which the text stands, as hexadecimal numbers; at most 64.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];
}
