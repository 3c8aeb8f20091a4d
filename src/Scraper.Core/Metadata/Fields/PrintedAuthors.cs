namespace Scraper.Core.Metadata;

/// <summary>Who wrote the article as the lines at the headline say.</summary>
/// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
/// <param name="names">Parts names.</param>
/// <param name="person">Tells persons.</param>
internal sealed class PrintedAuthors(string? language, AuthorNames names, PersonName person)
{
    private const int LinesBeside = 12;
    private const int LongestPlace = 30;

    /// <summary>The authors in the first of some lines that opens with a "By".</summary>
    public List<string> FromLines(IEnumerable<Mark> lines, Mark headline)
    {
        var isLabelled = false;
        var listed = new List<string>();
        foreach (var mark in lines.Where(l => l.Value.Length < 200 && PageZones.MayDate(l.Zone, headline.Zone)))
        {
            // "Written by" on a line of its own, names and "and" below it.
            if (isLabelled && person.IsFull(mark.Value))
            {
                listed.AddRange(names.Parse(mark.Value));
                isLabelled = false;
                continue;
            }

            if (listed.Count > 0)
            {
                if (!IsAnd(mark.Value))
                {
                    return listed;
                }

                isLabelled = true;
                continue;
            }

            isLabelled = IsLabel(mark.Value);
            var line = mark with { Value = AfterDate(BylineNoise.Without(mark.Value)) };
            var read = new LineReader(line.Value, language);
            var shape = BylineShape.Of(read);
            if (line.Value.Length < mark.Value.Length && shape is not { FirstSegmentWords: <= 4 })
            {
                continue;
            }

            if ((IsByWithOneWord(read) || shape is { Opening: WordUse.Byline or WordUse.BylineLabel, NameWords: > 0 and <= 16 } or { HasSuffix: true } || (shape is { Opening: WordUse.BylineWeak } && BylinePattern.IsByline(read))) && names.Parse(line.Value) is { Count: > 0 } authors)
            {
                return authors;
            }
        }

        return listed;
    }

    private bool IsAnd(string text) => text.Length < 10 && new LineReader(text, language) is var line && line.MatchAnd(0) == line.Count;

    private bool IsLabel(string text)
    {
        var line = text.Length < 40 ? new LineReader(text, language) : null;
        var length = line?.MatchOwn(0, WordUse.Byline | WordUse.BylineLabel) ?? 0;
        return length > 0 && Enumerable.Range(length, line!.Count - length).All(i => line[i].Kind == TextTokenKind.Mark || line[i].Folded == "s");
    }

    // "Published March 3, 2021 by Jane Doe": who follows when.
    private string AfterDate(string text)
    {
        if (!text.Any(char.IsDigit))
        {
            return text;
        }

        var line = new LineReader(text, language);
        if (line.MatchOwn(0, WordUse.Byline | WordUse.BylineLabel) > 0)
        {
            return text;
        }

        for (var i = 1; i < line.Count; i++)
        {
            // "2021-08-09 来源：… 作者：王小明"
            if (line.MatchOwn(i, WordUse.BylineLabel) is > 0 and var label && line[i + label].IsMark(':'))
            {
                return text[line[i].Start..];
            }

            if (line.MatchOwn(i, WordUse.Byline) > 0)
            {
                return DateText.IsDateLine(line, 0, i) ? text[line[i].Start..] : text;
            }
        }

        return text;
    }

    /// <summary>A line that is a full name and stands beside a date or role at the headline; not one that the navigation has too, nor the text's first heading.</summary>
    public List<string> BesideDate(PageEvidence evidence, Mark? headline)
    {
        if (headline is null)
        {
            return [];
        }

        var lines = evidence.Lines.Where(l => PageZones.IsOwn(l.Zone, headline) && l.Order >= headline.Order && l.Value.Length > 0).Take(LinesBeside).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if ((BeforeRoleOrDate(lines[i].Value) ?? BehindDate(lines[i].Value)) is { } written)
            {
                return names.Parse(written);
            }

            if (i == 0)
            {
                continue;
            }

            var name = lines[i].Value.Trim('•', '·', '|', ' ');
            if (person.IsFull(name) && !PersonName.OpensWithAcronym(name) && (IsDateOrRole(lines[i - 1].Value) || (i + 1 < lines.Count && IsDateOrRole(lines[i + 1].Value)) || IsAbovePlace(name, lines, i))
                && !evidence.Lines.Any(l => l.Order < headline.Order && l.Value == lines[i].Value)
                && !evidence.Headings.Exists(h => h.Name == "h2" && h.Value == lines[i].Value))
            {
                return names.Parse(name);
            }
        }

        return [];
    }

    // A line for whom or from where between who and when: "Ana Souza", "São Paulo", "3.5.2024".
    private bool IsAbovePlace(string name, List<Mark> lines, int i) =>
        i + 2 < lines.Count && lines[i + 1].Value.Length <= LongestPlace && DateText.IsDateLine(lines[i + 2].Value, language) && !name.Split(' ').Any(OutletWords.Contains);

    // "Jane Doe | Senior Writer | July 2, 2025", "Jane Doe, reporter", "Jane Doe Reporter", "Jane Doe Wed 2 July 2025"
    private string? BeforeRoleOrDate(string text)
    {
        if (text.Length > 120)
        {
            return null;
        }

        // "Jane Doe jane.doe@gazette.example"
        if (text.Contains('@', StringComparison.Ordinal) && BylineNoise.Without(text) is var named && named.Length < text.Length && person.IsFull(named))
        {
            return named;
        }

        var line = new LineReader(text, language);
        var isAfterComma = false;
        if (text.IndexOfAny(['|', '•', '·', ',', '/']) is > 3 and var bar && person.IsFull(text[..bar]))
        {
            var shape = BylineShape.Of(line);
            isAfterComma = text[bar] == ',';
            if (shape is { HasRole: true } || (shape is { HasDate: true } && !isAfterComma))
            {
                return text[..bar];
            }

            if (!isAfterComma)
            {
                return null;
            }
        }

        for (var i = 2; i < Math.Min(line.Count, 6); i++)
        {
            if (!isAfterComma && line.MatchOwn(i, WordUse.Role) == line.Count - i && person.IsFull(text[..line[i].Start]))
            {
                return text[..line[i].Start];
            }

            // "Jane Doe, Berlin 03.05.2024": who, where, when.
            if (isAfterComma && line[i - 2].IsMark(',') && NameText.IsCapitalised(line, i - 1) && line.MatchOwn(i - 1, WordUse.Weekday) == 0 && DateText.Date(line, i) is { Date: not null } && DateText.IsDateLine(line, i, line.Count))
            {
                return text[..line[i - 2].Start].Trim();
            }

            // "New York, 3 March 2025" is where and when; with a weekday before the comma it is who and when.
            if (((isAfterComma ? null : DateText.Date(line, i)) ?? DateText.BehindWeekday(line, i)) is { Date: not null })
            {
                return person.IsFull(text[..line[i].Start]) && DateText.IsDateLine(line, i, line.Count) ? text[..line[i].Start].Trim() : null;
            }
        }

        return null;
    }

    // "27.06.2023, Paweł Rutka"
    private string? BehindDate(string text) =>
        text.Length <= 120 && text.LastIndexOfAny(['|', '•', '·', ',']) is > 3 and var bar && person.IsFull(text[(bar + 1)..]) && DateText.IsDateLine(text[..bar], language)
            ? text[(bar + 1)..].Trim()
            : null;

    private bool IsDateOrRole(string text) =>
        text.Length < 100 && (DateText.IsDateLine(text, language) || (new LineReader(text, language) is { Count: <= 5 } line && line.MatchOwn(line.Count - 1, WordUse.Role) > 0));

    /// <summary>Who is no person, but said to have written: "By The Currency editors".</summary>
    public List<string> Account(PageEvidence evidence, Mark? headline)
    {
        var lines = headline is null ? [] : HeadlineLines.Below(evidence.Lines, headline.Order);
        foreach (var mark in lines.Concat(evidence.Bylines.Where(b => b.Name == "class")).Where(m => m.Value.Length < 60 && PageZones.IsOwn(m.Zone, headline)))
        {
            var line = new LineReader(mark.Value, language);
            if (line.MatchOwn(0, WordUse.Byline) is > 0 and var by && line.Count - by is >= 2 and <= 5 && mark.Value[line[by].Start..].Trim() is var name
                && name.Split(' ').Any(w => char.IsUpper(w[0])) && !name.Any(char.IsDigit) && NameTest.MayBeAccount(name))
            {
                return [name];
            }
        }

        return [];
    }

    // "by jsteinhardt": an account's name.
    private static bool IsByWithOneWord(LineReader line) =>
        line.MatchOwn(0, WordUse.Byline) is > 0 and var length && line.Count == length + 1 && line[length].IsWord && line[length].Length > 3;
}
