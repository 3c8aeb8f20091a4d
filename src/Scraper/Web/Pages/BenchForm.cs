using Scraper.Core.Labelling;
using Scraper.Storage;
using Scraper.Web.Bench;

namespace Scraper.Web.Pages;

/// <summary>What stands in the form of the bench.</summary>
/// <param name="Page">The page that the rule is tried on.</param>
/// <param name="File">The file of the rule.</param>
/// <param name="Draft">The text that is worked on; <see langword="null"/> for the file's own.</param>
/// <param name="Key">The key of the draft.</param>
/// <param name="Block">The block that is chosen.</param>
/// <param name="Label">What it is said to be; <see langword="null"/> where no line is asked for.</param>
internal sealed record BenchForm(StoredPage Page, BenchFile File, RuleDraft? Draft, string? Key, int? Block, Label? Label);
