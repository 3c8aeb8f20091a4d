using FluentAssertions;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class FieldLinesTests
{
    private const int Lines = 20_000;
    private const int LongestLine = 9;

    private static readonly string[] Between = [" ", " ", " ", " ", " ", ", ", ": ", " - ", " | ", "\n", "/", "'", "’", "", "-", ". ", " – ", "·", "`"];
    private static readonly string[] Others = ["Jane", "Doe", "Smith", "and", "the", "a", "o’clock", "don't", "likeRELATED", "MacBook", "2021", "3", "12:30", "March", "pm", "Updated", "记者", "Müller", "d'Arc"];

    /// <summary>The short way that most lines go must not part from the long one.</summary>
    [Fact]
    public void A_line_gives_what_it_gives_when_it_is_read_token_by_token()
    {
        string[] known = [.. LanguageTable.Union.Uses.All.Keys];
        var random = new Random(7);
        var given = 0;
        for (var i = 0; i < Lines; i++)
        {
            var text = Line(random, known);
            var book = new WordBook();
            var label = new FieldLines(book).Read(text, book.Read(text, colons: true))?.Label;
            label.Should().Be(TokenByToken(text), text);
            given += label is null ? 0 : 1;
        }

        given.Should().BeGreaterThan(Lines / 100);
    }

    [Theory]
    [InlineData("Top Expert Recommendations:", false)]
    [InlineData("By Jane Doe, Staff Writer", true)]
    [InlineData("Jane Doe, Staff Writer | March 3, 2021", true)]
    public void A_heading_is_a_byline_only_with_a_by_or_a_date(string text, bool isByline)
    {
        var book = new WordBook();

        var label = new FieldLines(book).Read(text, book.Read(text, colons: true), isHeading: true)?.Label;

        label.Should().Be(isByline ? Label.Byline : null);
    }

    [Theory]
    [InlineData("2014年01月16日 04:04 新浪科技 微博", true)]
    [InlineData("2015. augusztus 20., 11:16 forrás: MTI", true)]
    [InlineData("Reader7 - 16.08.2015 10:16:23", true)]
    [InlineData("Agence Demo | 4 mai 2015 à 13h36", true)]
    [InlineData("2015.08.15 10:28 MTI", true)]
    [InlineData("Ferry leaves again on 4 May 2015 at 13:36 from the old pier, the county said", false)]
    [InlineData("2014年1月16日 04:04 镇议会星期二晚上投票决定重新开放1967年关闭的铁路线并且修建新的车站", false)]
    [InlineData("On 16 August 2015 at 10:16 it sank.", false)]
    [InlineData("Why 16 August 2015, 10:16?", false)]
    public void A_date_with_its_time_and_a_few_words_is_a_stamp(string text, bool isStamp)
    {
        var book = new WordBook();

        var label = new FieldLines(book).Read(text, book.Read(text, colons: true))?.Label;

        (label is Label.Date or Label.Byline).Should().Be(isStamp);
    }

    private static string Line(Random random, string[] known) => string.Concat(
        Enumerable.Range(0, random.Next(1, LongestLine)).Select(i => (i == 0 ? string.Empty : Any(random, Between)) + Cased(random, random.Next(2) == 0 ? Any(random, Others) : random.Next(2) == 0 ? "by" : Any(random, known)))).Trim() is { Length: > 0 } line ? line : "by";

    private static string Cased(Random random, string word) => random.Next(4) switch
    {
        0 => word.ToUpperInvariant(),
        1 => char.ToUpperInvariant(word[0]) + word[1..],
        2 => word[..^1] + char.ToUpperInvariant(word[^1]),
        _ => word,
    };

    private static T Any<T>(Random random, T[] of) => of[random.Next(of.Length)];

    private static Label? TokenByToken(string text)
    {
        var line = new LineReader(text, language: null);
        return DateText.IsDateLine(line) || ClockLine.IsMatch(text) ? Label.Date : BylinePattern.IsByline(line) ? Label.Byline : DateText.IsStamp(line) ? Label.Date : null;
    }
}
