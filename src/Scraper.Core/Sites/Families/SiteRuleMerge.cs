using Scraper.Core.Labelling;

namespace Scraper.Core.Sites;

/// <summary>Puts two rules together: what the first says stands, and what the second says comes after it.</summary>
internal static class SiteRuleMerge
{
    /// <summary>Adds a rule that is believed less. Identity, schedule, discovery and tests are the first one's alone.</summary>
    public static SiteRule Add(SiteRule first, SiteRule second, List<SiteProblem> problems) => first with
    {
        Language = first.Language ?? second.Language,
        Fetching = Add(first.Fetching, second.Fetching),
        LiveBlogs = first.LiveBlogs ?? second.LiveBlogs,
        Rewrites = [.. first.Rewrites, .. second.Rewrites],
        Layouts = AddLayouts(first, second, problems),
    };

    private static IReadOnlyList<SiteLayout> AddLayouts(SiteRule first, SiteRule second, List<SiteProblem> problems) =>
        second.Layouts is not [var family, ..] ? first.Layouts
        : first.Layouts.Count == 0 ? [family]
        : [.. first.Layouts.Select(l => Add(l, family, first, problems))];

    private static SiteLayout Add(SiteLayout first, SiteLayout second, SiteRule owner, List<SiteProblem> problems)
    {
        foreach (var (selector, label) in second.Strip)
        {
            if (first.Strip.FirstOrDefault(s => s.Selector.Expression == selector.Expression) is { Selector: { } own } mine && mine.Label != label)
            {
                problems.Add(new SiteProblem(
                    SiteProblemSeverity.Note,
                    owner.Source,
                    own.Source == owner.Source ? own.Line : 0,
                    0,
                    "strip",
                    $"conflict: {own} is {SiteVocabulary.Written(mine.Label)}, {selector} is {SiteVocabulary.Written(label)}; the first is believed"));
            }
        }

        return first with
        {
            Select = Add(first.Select, second.Select),
            Strip = Add<(Selector Selector, Label Label)>(first.Strip, second.Strip, s => s.Selector.Expression),
            CutBefore = [.. first.CutBefore, .. second.CutBefore],
            CutAfter = [.. first.CutAfter, .. second.CutAfter],
            Lines = Add(first.Lines, second.Lines, l => l.Pattern.Pattern),
            Reject = Add(first.Reject, second.Reject, s => s.Expression),
            Keep = Add(first.Keep, second.Keep, s => s.Expression),
            Unwrap = Add(first.Unwrap, second.Unwrap, s => s.Expression),
            NextPage = [.. first.NextPage, .. second.NextPage],
            SinglePage = [.. first.SinglePage, .. second.SinglePage],
        };
    }

    private static Dictionary<SiteField, IReadOnlyList<Selector>> Add(
        IReadOnlyDictionary<SiteField, IReadOnlyList<Selector>> first, IReadOnlyDictionary<SiteField, IReadOnlyList<Selector>> second)
    {
        var all = first.ToDictionary(f => f.Key, f => f.Value);
        foreach (var (field, selectors) in second)
        {
            // A family's selector is a fallback; it cannot make a page of somebody else's site fail.
            var fallbacks = selectors.Select(s => s.IsRequired ? s with { IsRequired = false } : s);
            all[field] = all.TryGetValue(field, out var own) ? [.. own, .. fallbacks] : [.. fallbacks];
        }

        return all;
    }

    private static SiteFetching Add(SiteFetching first, SiteFetching second) => new()
    {
        Delay = first.Delay ?? second.Delay,
        UserAgent = first.UserAgent ?? second.UserAgent,
        Headers = Add(first.Headers, second.Headers),
        Cookies = Add(first.Cookies, second.Cookies),
        Render = first.Render == RenderMode.Never ? second.Render : first.Render,
    };

    private static Dictionary<string, string> Add(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
    {
        var all = new Dictionary<string, string>(second, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in first)
        {
            all[key] = value;
        }

        return all;
    }

    private static List<T> Add<T>(IReadOnlyList<T> first, IReadOnlyList<T> second, Func<T, string> key) => [.. first.Concat(second).DistinctBy(key)];
}
