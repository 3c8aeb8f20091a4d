using System.Net;
using System.Text;

namespace Scraper.Tests.GeneratedSites;

/// <summary>
/// A site that does not exist, laid out as real content management systems lay out theirs, with the things that stand among an
/// article's paragraphs and are not the article. Any number of pages; the same number gives the same page.
/// </summary>
/// <param name="Host">Its host.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="Number">Tells its stories from those of other sites.</param>
/// <param name="Body">CSS selector of the element that holds the text.</param>
internal abstract record GeneratedSite(string Host, string Language, int Number, string Body)
{
    public static IReadOnlyList<GeneratedSite> All { get; } =
    [
        new MagazineSite(), new RegionalDailySite(), new DrupalWeeklySite(), new ComponentSite(), new BlogSite(), new AgencySite(), new BroadcasterSite(), new LetterSite(),
    ];

    /// <summary>Sites that no rule of the template memory was chosen by.</summary>
    public static IReadOnlyList<GeneratedSite> HeldOut { get; } = [new ReviewSite(), new MunicipalSite()];

    /// <summary>Headings that its authors use again and again.</summary>
    protected virtual string[] Headings => [];

    public GeneratedPage Page(int number)
    {
        var story = Story.Of(Language, Number, number, Headings);
        return new GeneratedPage($"https://{Host}{story.Slug}", story.Title, Html(story), story.Text);
    }

    /// <summary>The page.</summary>
    protected abstract string Html(Story story);

    /// <summary>Text for markup.</summary>
    protected static string Esc(string text) => WebUtility.HtmlEncode(text);

    /// <summary>One of several.</summary>
    protected static string Any(Story story, params string[] of) => of[story.Chance.Next(of.Length)];

    /// <summary>Markup that stands on a share of the pages.</summary>
    protected static string Maybe(Story story, double share, string markup) => story.Chance.NextDouble() < share ? markup : string.Empty;

    /// <summary>Links, each in a wrapper of its own.</summary>
    protected static string Links(IEnumerable<string> titles, string open, string close) =>
        string.Concat(titles.Select((t, i) => $"{open}<a href=\"/archive/{i}\">{Esc(t)}</a>{close}\n"));

    /// <summary>The pieces of the text in their tags, with other markup between them.</summary>
    /// <param name="story">The story.</param>
    /// <param name="line">How a piece is laid out.</param>
    /// <param name="between">What stands after the piece with that index: only after whole paragraphs, never at the end.</param>
    protected static string Lines(Story story, Func<StoryLine, string> line, params (int After, string Markup)[] between)
    {
        var html = new StringBuilder();
        var paragraphs = 0;
        for (var i = 0; i < story.Lines.Count; i++)
        {
            var (kind, isFirst, isLast) = (story.Lines[i].Kind, i == 0 || story.Lines[i - 1].Kind != story.Lines[i].Kind, i + 1 == story.Lines.Count || story.Lines[i + 1].Kind != story.Lines[i].Kind);
            html.Append(kind == "li" && isFirst ? "<ul>" : string.Empty).Append(line(story.Lines[i])).Append(kind == "li" && isLast ? "</ul>" : string.Empty).Append('\n');
            if (kind == "p" && i + 1 < story.Lines.Count)
            {
                paragraphs++;
                html.Append(string.Concat(between.Where(b => b.After == paragraphs).Select(b => b.Markup + "\n")));
            }
        }

        return html.ToString();
    }
}
