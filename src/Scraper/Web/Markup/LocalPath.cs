using System.Text;

namespace Scraper.Web.Markup;

/// <summary>Makes paths of our own; every piece is escaped.</summary>
internal static class LocalPath
{
    /// <summary>A path with a query; parameters without a value are left out.</summary>
    public static string To(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var url = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                url.Append(separator).Append(name).Append('=').Append(Escape(value));
                separator = '&';
            }
        }

        return url.ToString();
    }

    /// <summary>One segment or value. Half a surrogate pair cannot be escaped and becomes U+FFFD.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
