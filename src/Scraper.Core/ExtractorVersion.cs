using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Scraper.Core.Sites;

namespace Scraper.Core;

/// <summary>
/// Names what reads a page: <c>1.2.0+code.5be31c07+model.ee6150a9+lists.07c1d2aa+rule.3fa9c1d2</c>. Two readings of the
/// same bytes with the same name are the same. The parts: the library's version; its compiled code; the model file; the
/// word lists and tables; the rules that can apply to the page's host, complete with what they extend (<c>rule.none</c>
/// where none can). What a rule says about schedule, discovery, fetching and tests does not count. Each digest is the
/// first 8 hex digits of a SHA-256.
/// Safe for concurrent use.
/// </summary>
public sealed class ExtractorVersion
{
    private const string ModelEnding = ".bin";
    private static readonly Lazy<string> Shipped = new(ReadShipped);
    private readonly ConditionalWeakTable<SiteRule, string> _rules = [];
    private readonly ConditionalWeakTable<SiteRuleSet, string> _families = [];

    /// <summary>The version of a reading.</summary>
    /// <param name="rule">The rule that the page is read by, or <see langword="null"/> to choose by host and page.</param>
    /// <param name="rules">The rules to choose from.</param>
    /// <param name="host">The page's host; may be empty.</param>
    public string Of(SiteRule? rule, SiteRuleSet rules, string host)
    {
        ArgumentNullException.ThrowIfNull(rules);
        rule ??= rules.ForHost(host);
        if (rule is { FallsThrough: false })
        {
            return $"{Shipped.Value}+rule.{_rules.GetValue(rule, r => Digest(Text(r)))}";
        }

        // Which family is added shows only on the page: any of them may be.
        var families = _families.GetValue(rules, Families);
        var parts = (rule is null ? string.Empty : _rules.GetValue(rule, r => Digest(Text(r)))) + families;
        return $"{Shipped.Value}+rule.{(parts.Length == 0 ? "none" : Digest(parts))}";
    }

    private static string Families(SiteRuleSet rules)
    {
        var text = string.Join('\n', rules.Families.Where(f => f.Fingerprints.Count > 0 || f.Name == FtrNames.Rule(FtrNames.Global))
            .Select(f => $"{string.Join('\n', f.Fingerprints)}\n{Text(f)}"));
        return text.Length == 0 ? string.Empty : Digest(text);
    }

    /// <summary>What of a rule bears on reading a page.</summary>
    private static string Text(SiteRule rule) =>
        SiteRuleWriter.Write(rule with { Hosts = [], Extends = [], Schedule = null, Discovery = new(), Fetching = new(), Tests = [] });

    private static string ReadShipped()
    {
        var assembly = typeof(ExtractorVersion).Assembly;
        var names = assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).ToLookup(n => n.EndsWith(ModelEnding, StringComparison.Ordinal));
        // The compiler makes a module's version id out of all that it compiles.
        var code = Convert.ToHexStringLower(assembly.ManifestModule.ModuleVersionId.ToByteArray().AsSpan(0, 4));
        return $"{assembly.GetName().Version?.ToString(3)}+code.{code}+model.{Digest(assembly, names[true])}+lists.{Digest(assembly, names[false])}";
    }

    private static string Digest(Assembly assembly, IEnumerable<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }

        return Short(hash.GetHashAndReset());
    }

    private static string Digest(string text) => Short(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, 4));
}
