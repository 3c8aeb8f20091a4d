using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>What is to be taken out of the body: by selector, or by a pattern over a block's text.</summary>
/// <param name="Expression">CSS, or a regular expression.</param>
/// <param name="Label">What it is.</param>
/// <param name="Why">For a person, one line.</param>
public sealed record LearntStrip(string Expression, Label Label, string Why);
