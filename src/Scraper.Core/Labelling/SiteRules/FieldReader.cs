using System.Text.RegularExpressions;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Reads the fields of a layout and claims the elements they were read from.</summary>
internal sealed class FieldReader(SelectorRun run, ElementClaims claims, string? language)
{
    private const int MostHits = 500;

    /// <summary>The fields' values; a selector whose text its filters refuse counts as one that found nothing.</summary>
    public SiteRuleFields Read(SiteLayout layout)
    {
        var (published, publishedText) = ReadDate(layout, SiteField.Date);
        var (modified, modifiedText) = ReadDate(layout, SiteField.Modified);
        return new SiteRuleFields
        {
            Title = One(layout, SiteField.Title, Label.Title),
            Subtitle = One(layout, SiteField.Subtitle, Label.Subtitle),
            Summary = All(layout, SiteField.Summary, Label.Summary),
            Authors = All(layout, SiteField.Author, Label.Byline),
            PublishedAt = published,
            PublishedText = publishedText,
            ModifiedAt = modified,
            ModifiedText = modifiedText,
            Captions = All(layout, SiteField.Captions, Label.Caption),
            Section = One(layout, SiteField.Section, Label.Breadcrumb),
            Tags = All(layout, SiteField.Tags, Label.Navigation),
        };
    }

    private string? One(SiteLayout layout, SiteField field, Label label) => Values(layout, field, label, onlyFirst: true).FirstOrDefault();

    private IReadOnlyList<string> All(SiteLayout layout, SiteField field, Label label) => [.. Values(layout, field, label, onlyFirst: false).Distinct(StringComparer.Ordinal)];

    private (PageDate? Date, string? Text) ReadDate(SiteLayout layout, SiteField field)
    {
        string? text = null;
        foreach (var selector in layout.Selectors(field))
        {
            var format = selector.Filters.OfType<TextFilter.Date>().FirstOrDefault();
            foreach (var (hit, values) in Hits(field, selector))
            {
                claims.Add([hit], new ElementClaim(ElementClaimKind.Field, Label.Date, selector));
                text ??= values[0];
                if (values.Select(v => FieldDate.Read(v, format, language)).FirstOrDefault(d => d is not null) is { } date)
                {
                    return (date, values[0]);
                }
            }
        }

        return (null, text);
    }

    private List<string> Values(SiteLayout layout, SiteField field, Label label, bool onlyFirst)
    {
        foreach (var selector in layout.Selectors(field))
        {
            var values = new List<string>();
            foreach (var (hit, found) in Hits(field, selector))
            {
                claims.Add([hit], new ElementClaim(ElementClaimKind.Field, label, selector));
                values.AddRange(found.Take(FieldText.MostValues - values.Count));
                if (onlyFirst || values.Count >= FieldText.MostValues)
                {
                    break;
                }
            }

            if (values.Count > 0)
            {
                return values;
            }
        }

        return [];
    }

    private IEnumerable<(SelectorHit Hit, List<string> Values)> Hits(SiteField field, Selector selector)
    {
        foreach (var hit in run.Select(SiteVocabulary.Written(field), selector).Take(MostHits))
        {
            List<string> values;
            try
            {
                values = run.Patterns.Run(() => FieldText.Filter(hit.Value(selector.Attribute), selector).ToList());
            }
            catch (RegexMatchTimeoutException)
            {
                run.Count(SelectorCount.Of(SiteVocabulary.Written(field), selector, 0, "a pattern took too long and was stopped; make it simpler"));
                yield break;
            }

            if (values.Count > 0)
            {
                yield return (hit, values);
            }
        }
    }
}
