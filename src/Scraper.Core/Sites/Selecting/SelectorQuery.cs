using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>A selector made ready to run, whichever its dialect.</summary>
internal abstract class SelectorQuery
{
    /// <summary>The longest expression that is accepted, in UTF-16 code units.</summary>
    public const int LongestExpression = 4_000;

    /// <summary>How deep brackets may nest in an expression; parsers recurse on them.</summary>
    private const int DeepestBrackets = 40;

    /// <summary>Compiles an expression.</summary>
    /// <exception cref="FormatException">It does not compile; the message says why.</exception>
    public static SelectorQuery Compile(string expression, bool isXPath)
    {
        if (expression.Length > LongestExpression)
        {
            throw new FormatException($"{expression.Length} characters long; at most {LongestExpression} are accepted");
        }

        var depth = 0;
        foreach (var c in expression)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (depth > DeepestBrackets)
            {
                throw new FormatException($"brackets nested more than {DeepestBrackets} deep");
            }
        }

        return isXPath ? new XPathQuery(expression) : new CssQuery(expression);
    }

    /// <summary>Whether it may find something on a page whose elements are called by these values; told without a look at the elements.</summary>
    public virtual bool MayHit(AttributeValues values) => true;

    /// <summary>Runs it on a page.</summary>
    /// <returns>What it found, in document order.</returns>
    /// <exception cref="SelectorRanAwayException">It took too many steps.</exception>
    public abstract IReadOnlyList<SelectorHit> Run(SelectorPage page, SelectorBudget budget);
}
