namespace Scraper.Core.Labelling;

/// <summary>Names and groups of the features.</summary>
internal static class Features
{
    /// <summary>Number of columns.</summary>
    public static readonly int Count = Enum.GetValues<Feature>().Length;

    /// <summary>Columns that the first stage sees; the rest are made from its scores.</summary>
    public const int FirstStage = (int)Feature.ScoreOwn;

    /// <summary>The first word of a feature's name: Text, Word, Tag, Class, Near, Place, Box, Copy, Data, Page, Score.</summary>
    public static string Group(Feature feature)
    {
        var name = feature.ToString();
        var end = 1;
        while (end < name.Length && char.IsLower(name[end]))
        {
            end++;
        }

        return name[..end];
    }
}
