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
        return DateText.IsDateLine(line) || ClockLine.IsMatch(text) ? Label.Date : BylinePattern.IsByline(line) ? Label.Byline : null;
    }
}
