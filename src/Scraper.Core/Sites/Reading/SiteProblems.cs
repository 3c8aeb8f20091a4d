using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Collects what is wrong with one file while it is read.</summary>
internal sealed class SiteProblems(string source, bool isTrusted = false)
{
    private readonly List<SiteProblem> _all = [];

    public string Source { get; } = source;

    /// <summary>Whether the file's selectors and patterns are known to compile, and are not tried.</summary>
    public bool IsTrusted => isTrusted;

    public bool HasErrors => _all.Exists(p => p.Severity == SiteProblemSeverity.Error);

    public IReadOnlyList<SiteProblem> InOrder => [.. _all.OrderBy(p => p.Line).ThenBy(p => p.Column)];

    public void Error(YamlNode at, string key, string message) => Add(SiteProblemSeverity.Error, at.Line, at.Column, key, message);

    public void Warn(YamlNode at, string key, string message) => Add(SiteProblemSeverity.Warning, at.Line, at.Column, key, message);

    public void Add(SiteProblemSeverity severity, int line, int column, string key, string message) =>
        _all.Add(new SiteProblem(severity, Source, line, column, key, message));

    public string? Text(YamlNode node, string key) => TextNode(node, key)?.Value;

    public YamlText? TextNode(YamlNode node, string key)
    {
        if (node is YamlText text)
        {
            return text;
        }

        Error(node, key, "must be a single text");
        return null;
    }
}
