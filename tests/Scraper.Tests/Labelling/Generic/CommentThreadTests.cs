using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

public class CommentThreadTests
{
    private const string Sentence = "The county told the villages on Monday that the boat is too old to be repaired again, and that no money is left for another.";

    private static readonly string Story = string.Concat(Enumerable.Repeat($"<p>{Sentence}</p>", 6));

    [Theory]
    [InlineData("visitors_comment_content")]
    [InlineData("commentText")]
    [InlineData("komentarz-tresc")]
    [InlineData("texte_commentaire")]
    [InlineData("lista-comentario")]
    [InlineData("kommentar")]
    [InlineData("yorum-satiri")]
    public void What_stands_three_times_under_a_name_that_says_comment_is_a_comment(string name)
    {
        Found($"<div class=story>{Story}</div>" + Readers($"class={name}", 3)).Should().Equal("Reader 1", "Reader 2", "Reader 3");
    }

    [Fact]
    public void Every_word_for_comments_that_is_known_in_class_names_is_one_here()
    {
        using var reader = EmbeddedText.Open("Scraper.Core.Labelling.Generic.class-words.txt");
        var words = reader.ReadToEnd().Split('\n').Single(l => l.StartsWith("comments:", StringComparison.Ordinal)).Split(' ').Skip(1);

        words.Where(w => Found($"<div class=story>{Story}</div>" + Readers($"class={w}-text", 3)).Count() != 3).Should().BeEmpty();
    }

    [Fact]
    public void A_number_in_a_name_does_not_make_it_another_name()
    {
        Found($"<div class=story>{Story}</div><div id=my-comment-107><p>Reader 1</p></div><div id=my-comment-108><p>Reader 2</p></div><div id=my-comment-2209><p>Reader 3</p></div>")
            .Should().Equal("Reader 1", "Reader 2", "Reader 3");
    }

    [Theory]
    [InlineData("class=page-with-comment", 1)]
    [InlineData("class=commentable", 3)]
    [InlineData("class=commentary-text", 3)]
    public void A_box_that_is_alone_or_that_comments_on_something_is_none(string attribute, int times)
    {
        Found($"<div class=story>{Story}</div>" + Readers(attribute, times)).Should().BeEmpty();
    }

    [Fact]
    public void A_page_of_nothing_but_comments_has_none_to_leave_out()
    {
        Found(string.Concat(Enumerable.Repeat($"<div class=comment-text><p>{Sentence}</p></div>", 5))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(PageKind.Forum)]
    [InlineData(PageKind.Product)]
    public void In_a_forum_and_in_a_shop_they_are_what_the_page_is_for(PageKind kind)
    {
        Found($"<div class=story>{Story}</div>" + Readers("class=comment-text", 3), kind).Should().BeEmpty();
    }

    private static string Readers(string attribute, int times) => string.Concat(Enumerable.Range(1, times).Select(i => $"<div {attribute}><p>Reader {i}</p></div>"));

    /// <summary>Texts of the blocks that are comments where a model takes all blocks for text.</summary>
    private static IEnumerable<string> Found(string body, PageKind kind = PageKind.Article)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse($"<html lang=en><body>{body}</body></html>", HtmlLimits.Default, CancellationToken.None));
        using var told = GenericModel.Shipped.Predict(document, CancellationToken.None);
        var kinds = new float[told.Kinds.Length];
        kinds[(int)kind] = 1;
        var page = PagePrediction.Of(told.View, told.Table, kinds, [.. document.Blocks.Select(_ => 2f)], confidence: null);
        var comments = CommentThread.Find(page);
        return [.. document.Blocks.Where(b => comments.Contains(b.Index)).Select(b => b.Text)];
    }
}
