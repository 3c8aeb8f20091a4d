namespace Scraper.Core.Metadata;

/// <summary>Years counted from the start of an era: 令和6年 and 民國113年 are 2024.</summary>
internal static class EraYear
{
    /// <summary>The year of the Common Era where a year number follows an era's name.</summary>
    public static int? Before(LineReader line, int index)
    {
        if (index < 2 || !line[index + 1].IsWord || line[index + 1].Folded != "年")
        {
            return null;
        }

        return (line[index - 2].Folded + line[index - 1].Folded) switch
        {
            "令和" => 2018 + line[index].Value,
            "平成" => 1988 + line[index].Value,
            "昭和" => 1925 + line[index].Value,
            "民國" or "民国" => 1911 + line[index].Value,
            _ => null,
        };
    }
}
