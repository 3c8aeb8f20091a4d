using Scraper.Benchmarks.Data;

namespace Scraper.Benchmarks.Rules;

/// <summary>A benchmark page whose host has a rule, and the word F1 of the ways to read it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Generic">The generic labeller without the rule.</param>
/// <param name="Rule">The rule without the generic labeller; 0 where it names no body or does not find it.</param>
/// <param name="Together">Both.</param>
/// <param name="HasBody">Whether the body was the rule's in the end.</param>
/// <param name="FellBack">Why the rule's body was not used, or <see langword="null"/>.</param>
/// <param name="Why">What the rule did that the generic labeller did not.</param>
internal sealed record RulePage(BenchmarkPage Page, double Generic, double Rule, double Together, bool HasBody, string? FellBack, string Why);
