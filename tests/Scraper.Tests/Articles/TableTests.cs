using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Articles;

/// <summary>A table's values stand under the headings that the page shows them under.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("<tr><th>Team<th>Round<th>Points<tr><td rowspan=2>Hill<td>1<td>3<tr><td>2<td>0", "Team\tRound\tPoints\nHill\t1\t3\n\t2\t0")]
    [InlineData("<tr><th colspan=2>Home<th>Away<tr><td>a<td>b<td>c", "Home\t\tAway\na\tb\tc")]
    [InlineData("<tr><td><th>A<th>B<tr><th>x<td>1<td>2", "\tA\tB\nx\t1\t2")]
    [InlineData("<tr><th>A<th>B<th>C<th>D<tr><td>1<td rowspan=2 colspan=2>2<td>3<tr><td>4<td>5", "A\tB\tC\tD\n1\t2\t\t3\n4\t\t\t5")]
    [InlineData("<tr><th>A<th>B<tr><td>1<td rowspan=2>2<tr><td>3<tr><td>4<td>5", "A\tB\n1\t2\n3\n4\t5")]
    [InlineData("<tr><th>A<th>B<tr><td rowspan=3>1<td>2<tr><td><tr><td>3", "A\tB\n1\t2\n\t3")]
    [InlineData("<thead><tr><th rowspan=9>A<th>B</thead><tbody><tr><td>1<td>2<tr><td>3<td>4", "A\tB\n1\t2\n3\t4")]
    [InlineData("<tr><th>A<th>B<tbody><tr><td rowspan=0>1<td>2<tr><td>3<tbody><tr><td>4<td>5", "A\tB\n1\t2\n\t3\n4\t5")]
    [InlineData("<tr><th colspan=x>A<th colspan=-3>B<th colspan=0>C<th colspan=' 2.5'>D<th>E<tr><td>1<td>2<td>3<td>4<td>5<td>6", "A\tB\tC\tD\t\tE\n1\t2\t3\t4\t5\t6")]
    public void A_cell_stands_in_its_column(string rows, string text) => Written.Text($"<table>{rows}</table>").Should().Be(text);

    [Fact]
    public void A_span_ends_with_its_table() =>
        Written.Text("<table><tr><th>A<th>B<tr><td rowspan=9>1<td>2</table><table><tr><th>C<th>D<tr><td>3<td>4</table>").Should().Be("A\tB\n1\t2\n\nC\tD\n3\t4");

    [Fact]
    public void Markdown_leaves_the_places_empty_that_a_cell_reaches_over() =>
        Written.Markdown("<table><tr><th colspan=2>Home<th>Away<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e</table>")
            .Should().Be("| Home |  | Away |\n| --- | --- | --- |\n| a | b | c |\n|  | d | e |");

    [Fact]
    public void Html_tells_headings_from_values() =>
        Written.Html("<table><tr><td><th>A &amp; B<th colspan=2>C<tr><th>x<td>1<td>2<td>3</table>")
            .Should().Be("<table><tr><td></td><th>A &amp; B</th><th>C</th></tr><tr><th>x</th><td>1</td><td>2</td><td>3</td></tr></table>");

    [Fact]
    public void Links_and_emphasis_in_cells_are_kept()
    {
        const string Table = "<table><tr><th>Team<th>Points<tr><td><a href=/hill><b>Hill</b> FC</a><td>3<sup>a</sup></table>";

        Written.Markdown(Table).Should().Be("| Team | Points |\n| --- | --- |\n| [**Hill** FC](<https://news.example/hill>) | 3<sup>a</sup> |");
        Written.Html(Table).Should().Be("<table><tr><th>Team</th><th>Points</th></tr><tr><td><a href=\"https://news.example/hill\"><strong>Hill</strong> FC</a></td><td>3<sup>a</sup></td></tr></table>");
    }

    [Theory]
    [InlineData("<tr><td colspan=1000>x<td colspan=1000>y<td>z")]
    [InlineData("<tr><td rowspan=65534>x<td colspan=1000 rowspan=65534>y<td>z")]
    public void Spans_without_measure_cost_nothing(string row) =>
        Written.Text($"<table>{string.Concat(Enumerable.Repeat(row, 5000))}</table>").Length.Should().BeLessThan(500_000);
}
