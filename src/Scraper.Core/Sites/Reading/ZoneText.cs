namespace Scraper.Core.Sites;

/// <summary>Time zones as rule files write them: IANA names.</summary>
internal static class ZoneText
{
    /// <summary>Reports a zone that this machine does not know.</summary>
    public static void Check(YamlSection section, string key)
    {
        if (section.Text(key) is { } zone && Find(zone) is null)
        {
            section.Problems.Error(section.Node(key)!, section.KeyPath(key), $"\"{zone}\" is not a time zone; write an IANA name such as Europe/London");
        }
    }

    /// <summary>The zone of a name, or <see langword="null"/>.</summary>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
