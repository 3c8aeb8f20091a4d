namespace Scraper.Core.Sites;

/// <summary>What the names of files of ftr-site-config mean.</summary>
internal static class FtrNames
{
    /// <summary>The file added to every other.</summary>
    public const string Global = "global";

    private const string Prefix = "ftr:";

    /// <summary>How the name of a file for some software starts.</summary>
    public const string Fingerprint = "fingerprint.";

    /// <summary>The name of the rule of a file: apart from those of YAML files, so that both may stand beside one another.</summary>
    public static string Rule(string fileName) => Prefix + fileName;

    /// <summary>The name of the file of a rule.</summary>
    public static string File(string ruleName) => ruleName.StartsWith(Prefix, StringComparison.Ordinal) ? ruleName[Prefix.Length..] : ruleName;

    /// <summary>How pages show the software of a <c>fingerprint.*</c> file (as graby 2 recognises it).</summary>
    public static IReadOnlyList<SiteFingerprint> Fingerprints(string fileName) => fileName switch
    {
        "fingerprint.blogspot.com" => [new SiteFingerprint(new SitePattern("^blogger$"), null, null)],
        "fingerprint.wordpress.com" => [new SiteFingerprint(new SitePattern("^WordPress"), null, null)],
        "fingerprint.medium.com" => [new SiteFingerprint(null, Selector.Of("meta[property='al:ios:app_name'][content=Medium]"), null)],
        "fingerprint.ippen.media" => [new SiteFingerprint(null, null, "de.ippen-digital.story.onlineId")],
        "fingerprint.substack.com" => [new SiteFingerprint(null, null, "https://substackcdn.com/")],
        _ => [],
    };
}
