using System.Globalization;
using System.Text;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites;

/// <summary>Writes a rule as a YAML file that <see cref="SiteRuleReader"/> reads back to the same rule.</summary>
public static class SiteRuleWriter
{
    /// <summary>The rule as YAML; keys that say nothing are left out. Cookies and headers are written as they are.</summary>
    /// <param name="rule">The rule, as read: without its families' rules.</param>
    public static string Write(SiteRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var yaml = new StringBuilder();
        Value("name", rule.Name, 0);
        Value("title", rule.Title, 0);
        Texts("hosts", rule.Hosts, 0);
        Value("language", rule.Language, 0);
        Texts("extends", rule.Extends, 0);
        Fingerprints();
        Schedule();
        Discovery();
        Fetch();
        Plain("live_blogs", rule.LiveBlogs switch { true => "true", false => "false", null => null });
        Rewrites();
        Tests();
        foreach (var layout in rule.Layouts.Where(l => l.ValidUntil is null))
        {
            Layout(layout, 0);
        }

        var old = rule.Layouts.Where(l => l.ValidUntil is not null).ToList();
        Open("layouts", old.Count > 0, 0);
        foreach (var layout in old)
        {
            yaml.Append("  - valid_until: ").AppendLine(layout.ValidUntil!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Layout(layout, 4);
        }

        return yaml.ToString().ReplaceLineEndings("\n");

        static string? Duration(TimeSpan? time) => time is { } known ? DurationText.Format(known) : null;

        void Fingerprints()
        {
            Open("fingerprints", rule.Fingerprints.Count > 0, 0);
            foreach (var (generator, selector, source) in rule.Fingerprints)
            {
                var lead = "  - ";
                foreach (var (key, value) in new[] { ("generator", generator?.Pattern), (selector?.Dialect, selector?.Expression), ("source", source) }.Where(part => part.Item2 is not null))
                {
                    yaml.Append(lead).Append(key).Append(": ").AppendLine(YamlQuote.Text(value!));
                    lead = "    ";
                }
            }
        }

        void Schedule()
        {
            Open("schedule", rule.Schedule is not null, 0);
            Value("every", rule.Schedule?.Adaptive is null ? Duration(rule.Schedule?.Every) : SiteVocabulary.Adaptive, 2);
            Value("at_least", Duration(rule.Schedule?.Adaptive?.AtLeast), 2);
            Value("at_most", Duration(rule.Schedule?.Adaptive?.AtMost), 2);
            Value("cron", rule.Schedule?.Cron, 2);
            Value("zone", rule.Schedule?.TimeZone, 2);
            if (rule.Schedule is { } schedule && schedule.Revisit != RevisitSchedule.Default)
            {
                var ages = schedule.Revisit.Ages.Select(age => Duration(age)!).ToList();
                Texts("revisit", ages.Count > 0 ? ages : [SiteVocabulary.Never], 2);
            }
        }

        void Discovery()
        {
            var discovery = rule.Discovery;
            Open("discovery", discovery.Feeds.Count + discovery.Sitemaps.Count + discovery.FrontPages.Count + discovery.Include.Count + discovery.Exclude.Count > 0, 0);
            Texts("feeds", discovery.Feeds, 2);
            Texts("sitemaps", discovery.Sitemaps, 2);
            Open("front_pages", discovery.FrontPages.Count > 0, 2);
            foreach (var page in discovery.FrontPages)
            {
                yaml.Append("    - url: ").AppendLine(YamlQuote.Text(page.Url));
                Value("links", page.Links, 6);
            }

            Texts("include", discovery.Include, 2);
            Texts("exclude", discovery.Exclude, 2);
        }

        void Fetch()
        {
            var fetching = rule.Fetching;
            Open("fetch", fetching.Delay is not null || fetching.UserAgent is not null || fetching.Headers.Count + fetching.Cookies.Count > 0 || fetching.Render != RenderMode.Never, 0);
            Value("delay", fetching.Delay is { } delay ? string.Create(CultureInfo.InvariantCulture, $"{delay.TotalMilliseconds:0}ms") : null, 2);
            Value("user_agent", fetching.UserAgent, 2);
            Pairs("headers", fetching.Headers, 2);
            Pairs("cookies", fetching.Cookies, 2);
            Value("render", fetching.Render == RenderMode.Never ? null : SiteVocabulary.Written(fetching.Render), 2);
        }

        void Rewrites()
        {
            Open("rewrite", rule.Rewrites.Count > 0, 0);
            foreach (var rewrite in rule.Rewrites)
            {
                yaml.Append("  - find: ").AppendLine(YamlQuote.Text(rewrite.Find));
                yaml.Append("    replace: ").AppendLine(YamlQuote.Text(rewrite.Replace));
            }
        }

        void Tests()
        {
            Open("tests", rule.Tests.Count > 0, 0);
            foreach (var test in rule.Tests)
            {
                yaml.Append("  - url: ").AppendLine(YamlQuote.Text(test.Url));
                Texts("contains", test.Contains, 4);
            }
        }

        void Layout(SiteLayout layout, int indent)
        {
            Open("select", layout.Select.Count > 0, indent);
            foreach (var (field, selectors) in layout.Select.OrderBy(f => f.Key))
            {
                Selectors(SiteVocabulary.Written(field), selectors, indent + 2);
            }

            Open("strip", layout.Strip.Count > 0, indent);
            foreach (var (selector, label) in layout.Strip)
            {
                SelectorItem(selector, indent + 2);
                Value("label", label == Label.Other ? null : SiteVocabulary.Written(label), indent + 4);
            }

            Markers("cut_before", layout.CutBefore, indent);
            Markers("cut_after", layout.CutAfter, indent);
            Open("lines", layout.Lines.Count > 0, indent);
            foreach (var line in layout.Lines)
            {
                Value(YamlQuote.Text(line.Pattern.Pattern), SiteVocabulary.Written(line.Label), indent + 2);
            }

            Selectors("keep", layout.Keep, indent);
            Selectors("reject", layout.Reject, indent);
            Selectors("unwrap", layout.Unwrap, indent);
            Selectors("next_page", layout.NextPage, indent);
            if (layout.MaxPages != 10)
            {
                Indent(indent).Append("max_pages: ").Append(layout.MaxPages).AppendLine();
            }

            Selectors("single_page", layout.SinglePage, indent);
        }

        void Selectors(string key, IReadOnlyList<Selector> selectors, int indent)
        {
            Open(key, selectors.Count > 0, indent);
            foreach (var selector in selectors)
            {
                SelectorItem(selector, indent + 2);
                var replaces = selector.Filters.OfType<TextFilter.Replace>().Select(r => KeyValuePair.Create(r.Find.Pattern, r.With));
                Value("attribute", selector.Attribute, indent + 4);
                if (selector.IsRequired)
                {
                    Indent(indent + 4).AppendLine("required: true");
                }

                Pairs("replace", replaces, indent + 4);
                Value("split", selector.Filters.OfType<TextFilter.Split>().FirstOrDefault()?.At.Pattern, indent + 4);
                Value("trim", selector.Filters.OfType<TextFilter.Trim>().FirstOrDefault()?.Characters, indent + 4);
                Texts("date", selector.Filters.OfType<TextFilter.Date>().FirstOrDefault()?.Formats ?? [], indent + 4);
                Value("zone", selector.Filters.OfType<TextFilter.Date>().FirstOrDefault()?.Zone, indent + 4);
            }
        }

        void Markers(string key, IReadOnlyList<SiteMarker> markers, int indent)
        {
            Open(key, markers.Count > 0, indent);
            foreach (var marker in markers)
            {
                if (marker.Selector is { } selector)
                {
                    SelectorItem(selector, indent + 2);
                }
                else
                {
                    Indent(indent + 2).Append("- pattern: ").AppendLine(YamlQuote.Text(marker.Pattern!.Pattern));
                }

                Value("label", marker.Label == Label.Other ? null : SiteVocabulary.Written(marker.Label), indent + 4);
            }
        }

        void SelectorItem(Selector selector, int indent) =>
            Indent(indent).Append("- ").Append(selector.Dialect).Append(": ").AppendLine(YamlQuote.Text(selector.Expression));

        void Texts(string key, IReadOnlyList<string> values, int indent)
        {
            Open(key, values.Count > 0, indent);
            foreach (var value in values)
            {
                Indent(indent + 2).Append("- ").AppendLine(YamlQuote.Text(value));
            }
        }

        void Pairs(string key, IEnumerable<KeyValuePair<string, string>> values, int indent)
        {
            Open(key, values.Any(), indent);
            foreach (var (name, value) in values)
            {
                Value(YamlQuote.Text(name), value, indent + 2);
            }
        }

        void Value(string key, string? value, int indent)
        {
            if (value is not null)
            {
                Indent(indent).Append(key).Append(": ").AppendLine(YamlQuote.Text(value));
            }
        }

        void Plain(string key, string? value)
        {
            if (value is not null)
            {
                yaml.Append(key).Append(": ").AppendLine(value);
            }
        }

        void Open(string key, bool isGiven, int indent)
        {
            if (isGiven)
            {
                Indent(indent).Append(key).AppendLine(":");
            }
        }

        StringBuilder Indent(int indent) => yaml.Append(' ', indent);
    }
}
