namespace Scraper.Fetching.Http;

/// <summary>Reads a Content-Type leniently: case, quotes of either kind and stray blanks do not matter.</summary>
internal static class MediaType
{
    public static (string? Type, string? Charset) Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return (null, null);
        }

        var parts = header.Split(';');
        var type = parts[0].Split(',')[0].Trim().ToLowerInvariant();
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part[..equals].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                var charset = part[(equals + 1)..].Split(',')[0].Trim().Trim('"', '\'').Trim();
                return (type, charset.Length is > 0 and <= 64 ? charset : null);
            }
        }

        return (type.Length > 0 ? type : null, null);
    }
}
