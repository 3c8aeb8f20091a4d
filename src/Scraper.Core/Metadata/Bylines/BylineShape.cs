namespace Scraper.Core.Metadata;

/// <summary>What a line consists of, seen as a byline; <see cref="Of"/> gives nothing where a word fits no byline.</summary>
/// <param name="Opening">The kind of opening phrase, or <see cref="WordUse.None"/>.</param>
/// <param name="NameWords">Capitalised words outside dates and roles.</param>
/// <param name="FirstSegmentWords">Those of them before the first separator.</param>
/// <param name="Segments">Stretches between separators.</param>
/// <param name="HasDate">Whether a date with a year, or a day with a time, stands in it.</param>
/// <param name="HasRole">Whether a role ("staff writer") stands in it.</param>
/// <param name="HasSuffix">Whether a name is followed by a reporter's suffix ("기자").</param>
internal sealed record BylineShape(WordUse Opening, int NameWords, int FirstSegmentWords, int Segments, bool HasDate, bool HasRole, bool HasSuffix)
{
    private const string Separators = "-|·•,;:/()\n\u2022\u00BB";

    /// <summary>In scripts without capitals every word may be a name's: a sentence that mentions a reporter looks like many names.</summary>
    private const int MostSuffixed = 8;

    /// <summary>Words of a place that a correspondent writes from.</summary>
    private const int LongestPlace = 3;

    /// <summary>The shape of a line, or <see langword="null"/> if it says more than who, what for and when.</summary>
    public static BylineShape? Of(LineReader line)
    {
        var i = 0;
        while (line[i].Kind == TextTokenKind.Mark && line.Has(i))
        {
            i++;
        }

        var posted = PostedEnd(line, i);
        i = Math.Max(i, posted);
        var opening = ReadOpening(line, ref i);
        int nameWords = 0, firstSegment = -1, segments = 1, lowerRun = 0;
        bool hasDate = posted > 0, hasRole = false, hasSuffix = false;
        var hasAddress = line.Text.Contains('@');
        while (line.Has(i))
        {
            ref readonly var token = ref line[i];
            if (Dated(line, i) is { } date)
            {
                hasDate |= date.Date is not null;
                firstSegment = firstSegment < 0 && nameWords > 0 ? nameWords : firstSegment;
                i = date.End;
            }
            else if (hasAddress && AddressEnd(line, i) is > 0 and var end)
            {
                i = end;
            }
            else if (token.Kind == TextTokenKind.Mark)
            {
                if (token.Folded[0] is '?' or '!' or '%' or '$' || (token.Folded[0] == '.' && !line.Has(i + 1) && nameWords > 6))
                {
                    return null;
                }

                if (Separators.Contains(token.Folded[0], StringComparison.Ordinal) && !IsHyphen(line, i))
                {
                    segments++;
                    firstSegment = firstSegment < 0 && nameWords > 0 ? nameWords : firstSegment;
                }

                if (token.Folded[0] == '@')
                {
                    i++;
                }

                i++;
            }
            else if (token.IsNumber)
            {
                if (ClockReader.Read(line, i) is { } clock)
                {
                    i = clock.End;
                    continue;
                }

                // A number outside a date belongs to no name, but to "5 min read" and to "G1".
                var relative = line.Match(i + 1, WordUse.Relative);
                if (!(i > 0 && line[i - 1].IsWord && line[i - 1].End == token.Start) && relative == 0)
                {
                    return null;
                }

                for (i++; relative > 0; relative = line.Match(i, WordUse.Relative))
                {
                    i += relative;
                }
            }
            else if (nameWords > 0 && line.MatchOwn(i, WordUse.BylineAfter) is > 0 and var suffix)
            {
                hasSuffix = true;
                i += suffix;
            }
            else if ((nameWords > 0 || opening != WordUse.None) && line.MatchOwn(i, WordUse.Role) is > 0 and var role)
            {
                hasRole = true;
                lowerRun = 0;
                i += role;
            }
            else if (line.MatchAnd(i) is > 0 and var and)
            {
                i += and;
            }
            else if ((hasDate || segments > 1) && line.Match(i, WordUse.AroundDate | WordUse.Byline | WordUse.BylineOther) is > 0 and var around && !NameText.IsCapitalised(line, i))
            {
                i += around;
            }
            else if (NameText.IsCapitalised(line, i))
            {
                nameWords++;
                lowerRun = 0;
                i++;
            }
            else if (line.Match(i, WordUse.Published | WordUse.Updated) is > 0 and var label)
            {
                i += label;
            }
            else if (NameText.IsParticle(token))
            {
                i++;
            }
            else if (line.Match(i, WordUse.AroundDate) is > 0 and var words && DateText.IsDateLine(line, i, Math.Min(line.Count, i + words + 8)))
            {
                i += words;
            }
            else
            {
                if (++lowerRun > 1 || nameWords == 0)
                {
                    return null;
                }

                i++;
            }
        }

        return new BylineShape(opening, nameWords, firstSegment < 0 ? nameWords : firstSegment, segments, hasDate, hasRole, hasSuffix && nameWords <= MostSuffixed);
    }

    // "Posted on March 3, 2023 by Jane Doe": where the "by" is; 0 where a line opens otherwise.
    private static int PostedEnd(LineReader line, int start)
    {
        if (line.MatchOwn(start, WordUse.Published) is not (> 0 and var i))
        {
            return 0;
        }

        for (i += start; line.Has(i) && (line[i].IsMark(':') || line.Match(i, WordUse.At | WordUse.Weekday) > 0); i += Math.Max(1, line.Match(i, WordUse.At | WordUse.Weekday)))
        {
        }

        return DateText.Date(line, i) is { Date: not null } date && line.MatchOwn(date.End, WordUse.Byline) > 0 ? date.End : 0;
    }

    private static DateMatch? Dated(LineReader line, int i)
    {
        var match = DateText.Date(line, i);
        return match is { Date: not null } || (match is { } m && m.End - m.Start > 2) ? match : null;
    }

    // "jane.doe@gazette.example" is no part of a name. 0 where no address begins.
    private static int AddressEnd(LineReader line, int i)
    {
        var hasAt = false;
        for (; line.Has(i); i++)
        {
            hasAt |= line[i].IsMark('@');
            if (!line.Has(i + 1) || line[i + 1].Start > line[i].End)
            {
                break;
            }
        }

        return hasAt && !line[i].IsMark('@') ? i + 1 : 0;
    }

    private static bool IsHyphen(LineReader line, int i) => line[i].IsMark('-') && line[i - 1].End == line[i].Start && line[i].End == line[i + 1].Start;

    private static WordUse ReadOpening(LineReader line, ref int i)
    {
        if (line.MatchOwn(i, WordUse.Byline | WordUse.BylineOther) is > 0 and var strong)
        {
            i += strong;
            return WordUse.Byline;
        }

        if (line.MatchOwn(i, WordUse.BylineLabel) is > 0 and var label
            && (line[i + label].IsMark(':') || line[i + label].IsMark('/') || line[i + label].IsMark('|') || IsLabelOfName(line, i + label) || HasBreak(line, i + label) || IsHanLabel(line, i, label)))
        {
            i += label + 1;
            i -= line[i - 1].Kind == TextTokenKind.Mark ? 0 : 1;
            return WordUse.BylineLabel;
        }

        if (NameText.ReporterEnd(line, i) is > 0 and var reporter)
        {
            i = reporter;
            return WordUse.BylineLabel;
        }

        if (line.MatchPage(i, WordUse.BylineShort) is > 0 and var brief && FullName.Opens(line, i + brief))
        {
            i += brief;
            return WordUse.Byline;
        }

        if (line.MatchOwn(i, WordUse.BylineWeak) is > 0 and var weak)
        {
            i += weak;
            return IsBehindPlace(line, ref i) ? WordUse.Byline : WordUse.BylineWeak;
        }

        return WordUse.None;
    }

    // "Aus Bad Harwick berichten Jan Doe und Ann Lee"
    private static bool IsBehindPlace(LineReader line, ref int i)
    {
        for (var k = i; k < i + LongestPlace && NameText.IsCapitalised(line, k); k++)
        {
            if (line.MatchOwn(k + 1, WordUse.Byline) is > 0 and var by)
            {
                i = k + 1 + by;
                return true;
            }
        }

        return false;
    }

    // "文章关键词" is no label "文" and a name: of one character it stands apart.
    private static bool IsHanLabel(LineReader line, int i, int length) =>
        TextTokens.IsHan(line[i].Folded[0]) && (length > 1 || !line[i + 1].IsWord || line[i + 1].Start > line[i].End);

    // "Autor, Ana Ruiz": the comma parts what only screen readers are told from the name, which is all that follows.
    private static bool IsLabelOfName(LineReader line, int i) =>
        line[i].IsMark(',') && line.Count - i - 1 is >= 2 and <= 4 && Enumerable.Range(i + 1, line.Count - i - 1).All(k => NameText.IsCapitalised(line, k));

    private static bool HasBreak(LineReader line, int i) =>
        line.Has(i) && line.Text.AsSpan(line[i - 1].End, line[i].Start - line[i - 1].End).Contains('\n');
}
