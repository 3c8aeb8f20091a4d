using System.Security.Cryptography;
using System.Text;

namespace Scraper.Web.Bench;

/// <summary>The file that a site's rule is written in, as it is on disk.</summary>
/// <param name="Path">Where it is saved; <see langword="null"/> where the operator has no folder of his own.</param>
/// <param name="Text">Its text; for a site without a rule the beginning of one.</param>
/// <param name="IsNew">Whether saving makes the file: the site has no rule yet, or only a shipped one.</param>
internal sealed record BenchFile(string? Path, string Text, bool IsNew)
{
    /// <summary>Its name without folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path) ?? "rule.yaml";

    /// <summary>What its lines end with.</summary>
    public string LineEnd => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Tells this text from any other.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];
}
