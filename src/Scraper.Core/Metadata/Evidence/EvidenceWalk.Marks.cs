using System.Buffers;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Metadata;

// Elements that are marked as saying who, when or what.
internal sealed partial class EvidenceWalk
{
    private static readonly SearchValues<string> AuthorPages = ZoneWords.AnyOf(["/author/", "/authors/", "/autor/", "/auteur/", "/by/", "/contributor", "/people/", "/profile/", "/journalist", "/writers/", "/staff/", "/our-people/", "/our-experts/", "/our-team/", "/columnist", "/reporter", "/redakt", "/autores/", "/autori/", "/auteurs/", "/autoren/", "/skribent", "/forfatter", "/yazar", "/penulis", "/avtor", "/verfasser", "/journaliste", "/tacgia", "/tac-gia", "/kirjoittaja", "/szerzo"]);
    private static readonly string[] MachineAttributes = ["datetime", "data-datetime", "data-date-time", "data-timestamp", "data-time", "data-date", "data-published", "data-ts", "data-epoch", "data-utc", "title"];

    private void Look(HtmlElement element, PageZone zone, HtmlElement parent, bool isByline, bool isDate)
    {
        var tag = element.Tag.Id;
        if (tag is TagId.H1 or TagId.H2 || (tag == TagId.H3 && !_hasHeading))
        {
            var before = _evidence.Headings.Count;
            Add(_evidence.Headings, element, zone, element.Name, element.Class ?? string.Empty);
            if (_evidence.Headings.Count > before)
            {
                ReadParts(element);
            }

            if (tag == TagId.H1 || (_evidence.Headings.Count > before && IsInTitle(_evidence.Headings[^1].Value)))
            {
                MeetHeading();
            }
        }

        if (element.Name == "time")
        {
            var text = EvidenceText.Collapse(EvidenceText.Of(element, LongestMark));
            var value = element.Attribute("datetime") is { Length: > 0 } machine ? machine : text;
            Add(_evidence.Times, new Mark(value, _order, zone, "time", $"{element.Class} {element.Attribute("itemprop")} {parent.Class} {(element.Attribute("pubdate") is null ? "" : "pubdate")}", Shown(text)));
        }

        var attributes = element.Attributes;
        if (attributes.Length == 0)
        {
            return;
        }

        if (attributes.Find(AttributeKind.ItemType) is { } type && _evidence.ItemTypes.Count < MostMarks)
        {
            _evidence.ItemTypes.Add(type.ToString());
        }

        if ((attributes.Find(AttributeKind.ItemProp) ?? attributes.Find(AttributeKind.Property)) is { Length: > 0 and < 100 } property)
        {
            ReadProperty(element, property.ToString(), zone);
        }

        if (attributes.Find(AttributeKind.Rel) is { } rel && rel.Span.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            Add(_evidence.Bylines, element, zone, "rel");
        }
        else if (attributes.Find(AttributeKind.Href) is { } href && IsAuthorPage(href.Span))
        {
            Add(_evidence.Bylines, element, zone, "href");
        }
        else if (isByline)
        {
            Add(_evidence.Bylines, element, zone, "class", element.Class ?? string.Empty, mayBeCut: true);
        }

        if (isDate || (tag == TagId.Other && IsClock(element.Name)))
        {
            if (MachineValue(element) is { } machine)
            {
                Add(_evidence.Dates, new Mark(machine, _order, zone, "class", $"{element.Class} {element.Id}", Shown(EvidenceText.Collapse(EvidenceText.Of(element, LongestMark)))));
            }

            Add(_evidence.Dates, element, zone, "class", $"{element.Class} {element.Id}");
        }
    }

    // "<relative-time>", "<bsp-timestamp>": elements that scripts define for dates.
    private static bool IsClock(string name) => name.Contains('-', StringComparison.Ordinal) && (name.Contains("time", StringComparison.Ordinal) || name.Contains("date", StringComparison.Ordinal));

    private string Shown(string text)
    {
        var start = Math.Max(0, _length - LongestLabel);
        if (_length == 0 && _linesWanted > 0 && _evidence.Lines is [.., { Value.Length: > 0 and <= LongestLabel } label] && _order - label.Order <= LabelElements)
        {
            return $"{label.Value} {text}";
        }

        return text.Length > LongestMark ? string.Empty : string.Concat(_line.AsSpan(start, _length - start), " ", text);
    }

    private void ReadParts(HtmlElement heading)
    {
        foreach (var child in heading.ChildSpan.Length > 1 ? heading.ChildSpan : [])
        {
            if (child is HtmlElement part && _evidence.HeadingParts.Count < MostMarks)
            {
                _evidence.HeadingParts.Add(EvidenceText.Collapse(EvidenceText.Of(part, LongestMark)));
            }
        }
    }

    // A lower heading is the headline where the page's title holds it.
    private bool IsInTitle(string heading) =>
        EvidenceText.MayBeHeadline(heading) && _evidence.TitleElement?.Contains(heading, StringComparison.Ordinal) == true;

    // "<span class=date data-timestamp=1709647200>", "<abbr class=published title=2024-03-05T10:12>".
    private static string? MachineValue(HtmlElement element)
    {
        foreach (var name in MachineAttributes)
        {
            if (element.Attribute(name) is { Length: >= 8 and < 40 } value
                && ((value.Length is 10 or 13 && value.All(char.IsAsciiDigit) && value[0] == '1') || (value[..4].All(char.IsAsciiDigit) && value[4] is '-' or '/' or '.')))
            {
                return value;
            }
        }

        return null;
    }

    private void ReadProperty(HtmlElement element, string property, PageZone zone)
    {
        var value = element.Attribute("content") ?? element.Attribute("datetime")
            ?? (element.Attributes.Find(AttributeKind.ItemScope) is null ? null : element.Descendants().Take(50).FirstOrDefault(IsName) is { } name ? name.Attribute("content") ?? EvidenceText.Of(name, LongestMark) : null)
            ?? EvidenceText.Of(element, LongestMark);
        foreach (var token in property.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = token[(token.LastIndexOf(':') + 1)..];
            Add(_evidence.Properties, new Mark(Cut(EvidenceText.Collapse(value)), _order, zone, bare));
            if (bare == "headline")
            {
                Add(_evidence.Headings, element, zone, bare);
            }
        }

        static bool IsName(HtmlElement e) => e.Attribute("itemprop") == "name";
    }

    private void Add(List<Mark> marks, HtmlElement element, PageZone zone, string name, string hint = "", bool mayBeCut = false)
    {
        if (marks.Count >= MostMarks)
        {
            return;
        }

        var text = EvidenceText.Collapse(EvidenceText.Of(element, LongestMark));
        if (text.Length > 0 && (text.Length <= LongestMark || mayBeCut))
        {
            Add(marks, new Mark(Cut(text), _order, zone, name, hint));
        }
    }

    private static void Add(List<Mark> marks, Mark mark)
    {
        if (marks.Count < MostMarks)
        {
            marks.Add(mark);
        }
    }

    private static bool IsAuthorPage(ReadOnlySpan<char> href) => href.Length < 300 && Path(href).ContainsAny(AuthorPages);

    /// <summary>An address without scheme and host.</summary>
    private static ReadOnlySpan<char> Path(ReadOnlySpan<char> href)
    {
        const string Scheme = "https://";
        return !href.StartsWith("http") || href.Length <= Scheme.Length ? href
            : href[Scheme.Length..].IndexOf('/') is >= 0 and var host ? href[(Scheme.Length + host)..] : [];
    }

    private static string Cut(string text) => text.Length <= LongestMark ? text : text[..LongestMark];
}
