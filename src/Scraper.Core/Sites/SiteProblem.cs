namespace Scraper.Core.Sites;

/// <summary>Something wrong, or worth saying, about a rule file.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Source">Path of the file.</param>
/// <param name="Line">Line from 1; 0 for the file as a whole.</param>
/// <param name="Column">Column from 1; 0 for the line as a whole.</param>
/// <param name="Key">The key it is about, dotted (<c>layouts.select.title</c>), or empty.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record SiteProblem(SiteProblemSeverity Severity, string Source, int Line, int Column, string Key, string Message)
{
    /// <summary>One line as compilers write it: <c>a.yaml:3:5: error: bodi: unknown key; did you mean "body"?</c></summary>
    public override string ToString()
    {
        var place = (Line, Column) switch
        {
            (0, _) => Source,
            (_, 0) => $"{Source}:{Line}",
            _ => $"{Source}:{Line}:{Column}",
        };
        var severity = Severity switch
        {
            SiteProblemSeverity.Error => "error",
            SiteProblemSeverity.Warning => "warning",
            _ => "note",
        };
        return $"{place}: {severity}: {(Key.Length == 0 ? string.Empty : Key + ": ")}{Message}";
    }

    /// <summary>File name and line as explanations write it; empty where there is no file.</summary>
    internal static string Place(string source, int line) =>
        source.Length == 0 ? string.Empty : line == 0 ? Path.GetFileName(source) : $"{Path.GetFileName(source)}:{line}";
}
