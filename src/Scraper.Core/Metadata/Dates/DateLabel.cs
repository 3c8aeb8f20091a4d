namespace Scraper.Core.Metadata;

/// <summary>Tells whether a label says of a date that it is the publication's or the last change's.</summary>
internal static class DateLabel
{
    private const char FirstKana = '\u3040';
    private const char LastHangul = '\uD7AF';

    /// <summary>What the last label in a stretch of tokens says; <see langword="null"/> where there is none.</summary>
    public static bool? IsUpdate(LineReader line, int start, int end)
    {
        bool? isUpdate = null;
        for (var i = start; i < end && line.Has(i);)
        {
            var (updated, published) = (line.Match(i, WordUse.Updated), line.Match(i, WordUse.Published));
            isUpdate = updated + published == 0 ? isUpdate : updated >= published;
            i += Math.Max(1, Math.Max(updated, published));
        }

        return isUpdate;
    }

    /// <summary>"2024年5月3日 14:02更新": what a label right behind a date says, in the scripts that write it there.</summary>
    public static bool? Behind(LineReader line, int end) =>
        line[end].Folded[0] is >= FirstKana and <= LastHangul && (line.Match(end, WordUse.Updated), line.Match(end, WordUse.Published)) is var (updated, published) && updated + published > 0
            && !line[end + Math.Max(updated, published)].IsMark(':') && !line[end + Math.Max(updated, published)].IsNumber ? updated >= published : null;
}
