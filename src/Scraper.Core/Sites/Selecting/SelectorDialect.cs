using System.Text.RegularExpressions;

namespace Scraper.Core.Sites;

/// <summary>Tells XPath from CSS where a rule does not say.</summary>
internal static partial class SelectorDialect
{
    /// <summary>Whether an expression is XPath: it begins with a path, a bracket, an axis or an XPath function.</summary>
    public static bool IsXPath(string expression) => Start.IsMatch(expression);

    // Anchored and without nested repetition, so linear as it is; generated code spares every start an automaton.
    [GeneratedRegex(
        @"^\s*(/|\.{1,2}/|\.\.?$|\(|@|[a-z-]+::|(boolean|ceiling|concat|contains|count|floor|id|last|local-name|name|normalize-space|not|number|position|round|starts-with|string|string-length|substring|substring-after|substring-before|sum|translate|true|false)\s*\()")]
    private static partial Regex Start { get; }
}
