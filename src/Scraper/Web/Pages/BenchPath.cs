using System.Globalization;
using Scraper.Core.Labelling;
using Scraper.Web.Markup;

namespace Scraper.Web.Pages;

/// <summary>Addresses of archived pages and of the rule bench.</summary>
internal static class BenchPath
{
    /// <summary>In place of a draft's key: by the rule that is in force.</summary>
    public const string Today = "0";

    /// <summary>An archived page.</summary>
    public static string Page(long page) => string.Create(CultureInfo.InvariantCulture, $"/pages/{page}");

    /// <summary>It in its frame.</summary>
    public static string Frame(long page, string? draft = null) => LocalPath.To(Page(page) + "/frame", ("draft", draft));

    /// <summary>The bench on it.</summary>
    public static string Bench(long page, string? draft = null, int? block = null, Label? label = null) => LocalPath.To(
        Page(page) + "/bench", ("draft", draft), ("block", block?.ToString(CultureInfo.InvariantCulture)), ("label", label is { } known ? Names.Of(known) : null));

    /// <summary>The bench on it with a block chosen, up to the block's number.</summary>
    public static string Choosing(long page, string? draft) => LocalPath.To(Page(page) + "/bench", ("draft", draft)) + (draft is null ? "?block=" : "&block=");
}
