using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>
/// Decides what a page is before anything of it is stored. A page is an article unless something plain speaks against it:
/// an article that is refused is lost, a wall that is stored is seen. Words in the text of an article never count.
/// </summary>
internal static class PageVerdictReader
{
    /// <summary>Least confidence at which a page is called a list.</summary>
    private const double CertainKind = 0.8;

    /// <summary>The same for a page that names neither a date nor an author, as articles do.</summary>
    private const double LikelyKind = 0.65;

    /// <summary>A body of so many words is never the text of a wall.</summary>
    private const int LongestWall = 400;

    /// <summary>A body of so many words is never what stands beside a message.</summary>
    private const int LongestBeside = 150;

    /// <summary>Words on the whole page of a check or a message that is alone.</summary>
    private const int LongestAlone = 120;

    /// <summary>A body of so many words is more than a message.</summary>
    private const int LongestMessage = 60;

    /// <summary>A body of so many words is some text, however short the article.</summary>
    private const int LeastBody = 20;

    /// <summary>Times of day that a running report has at least.</summary>
    private const int LeastTimes = 5;

    /// <summary>The verdict on a page.</summary>
    public static PageVerdict Read(VerdictEvidence page)
    {
        var verdict = Judge(page);
        return verdict.IsArticle || page.Status is not >= 400 ? verdict
            : verdict with { Why = verdict.Why is { } why ? $"HTTP {page.Status}, {why}" : $"HTTP {page.Status}" };
    }

    private static PageVerdict Judge(VerdictEvidence page) => page switch
    {
        { Rule.Rejected: { } selector } => new(PageVerdictKind.Rejected, $"by {selector}"),
        _ when Refused(page) is { } refused => refused,
        { Rule.HasBody: true } => Running(page) ?? PageVerdict.Article,
        _ => (page.BodyWords >= LongestWall ? null : Challenge(page) ?? NotFound(page) ?? ErrorPage(page) ?? Parked(page) ?? Consent(page) ?? Login(page) ?? Teaser(page) ?? Shell(page))
            ?? Running(page) ?? Index(page) ?? PageVerdict.Article,
    };

    /// <summary>What the server itself calls no page.</summary>
    private static PageVerdict? Refused(VerdictEvidence page) => page.Status switch
    {
        404 or 410 => new(PageVerdictKind.SoftNotFound),
        >= 400 when (Title(page, PageVerdictKind.BotChallenge) ?? Line(page, PageVerdictKind.BotChallenge) ?? Markup(page, PageVerdictKind.BotChallenge)) is { } why =>
            new(PageVerdictKind.BotChallenge, why),
        _ => null,
    };

    private static PageVerdict? Challenge(VerdictEvidence page)
    {
        if (page.BodyWords >= LongestBeside)
        {
            return null;
        }

        var (title, line, markup) = (Title(page, PageVerdictKind.BotChallenge), Line(page, PageVerdictKind.BotChallenge), Markup(page, PageVerdictKind.BotChallenge));
        var isAlone = page.PageWords <= LongestAlone;
        return (title, line, markup) switch
        {
            (null, null, null) => null,
            ({ } t, _, _) when isAlone || line is not null || markup is not null => new(PageVerdictKind.BotChallenge, t),
            (null, { } l, _) when isAlone => new(PageVerdictKind.BotChallenge, l),
            (null, _, { } m) when page.BodyWords < LeastBody => new(PageVerdictKind.BotChallenge, m),
            _ => null,
        };
    }

    private static PageVerdict? NotFound(VerdictEvidence page) =>
        ((page.BodyWords < LongestBeside ? Title(page, PageVerdictKind.SoftNotFound) : null)
            ?? (page.BodyWords < LongestMessage ? Markup(page, PageVerdictKind.SoftNotFound) : null)
            ?? (page.PageWords <= LongestAlone ? Line(page, PageVerdictKind.SoftNotFound) : null)) is { } why
            ? new(PageVerdictKind.SoftNotFound, why)
            : null;

    /// <summary>What a server says, instead of a page, with a status that says that all is well.</summary>
    private static PageVerdict? ErrorPage(VerdictEvidence page) => Message(page, PageVerdictKind.ErrorPage);

    private static PageVerdict? Parked(VerdictEvidence page) =>
        Message(page, PageVerdictKind.ParkedDomain)
            ?? (page.BodyWords < LongestMessage && Markup(page, PageVerdictKind.ParkedDomain) is { } markup ? new(PageVerdictKind.ParkedDomain, markup) : null);

    /// <summary>A short message that is all of a page: a title of its own and little text; more text with a line; a line alone.</summary>
    private static PageVerdict? Message(VerdictEvidence page, PageVerdictKind kind)
    {
        if (page.BodyWords >= LongestBeside)
        {
            return null;
        }

        var (title, line) = (Title(page, kind), Line(page, kind));
        return title is not null && (line is not null || (page.BodyWords < LongestMessage && page.IsUnsigned)) ? new(kind, title)
            : line is not null && page.BodyWords < LongestMessage && page.PageWords <= LongestAlone && page.IsUnsigned ? new(kind, line)
            : null;
    }

    /// <summary>A field for a password stands beside the articles of many papers, so it says nothing alone; nor does a heading that is shown with it.</summary>
    private static PageVerdict? Login(VerdictEvidence page)
    {
        if (page.BodyWords >= LongestBeside)
        {
            return null;
        }

        var (title, address) = (Title(page, PageVerdictKind.LoginWall), Address(page, PageVerdictKind.LoginWall));
        return (title, address) switch
        {
            ({ } t, _) when address is not null || (page.IsUnsigned && page.BodyWords < LongestMessage && (page.PageWords <= LongestAlone || page.AsksForPassword)) => new(PageVerdictKind.LoginWall, t),
            (null, { } a) when page.BodyWords < LeastBody || page.AsksForPassword => new(PageVerdictKind.LoginWall, a),
            (null, null) when page.BodyWords < LeastBody && page.PageWords <= LongestAlone && page.AsksForPassword && Line(page, PageVerdictKind.LoginWall) is { } line => new(PageVerdictKind.LoginWall, line),
            _ => null,
        };
    }

    private static PageVerdict? Consent(VerdictEvidence page) =>
        Title(page, PageVerdictKind.ConsentWall) is { } title ? new(PageVerdictKind.ConsentWall, title)
        : page.BodyWords < LongestBeside && page.ConsentWords() is var words and > LeastBody && words * 3 > page.PageWords * 2
            ? new(PageVerdictKind.ConsentWall, $"{words} of the page's {page.PageWords} words are about consent")
        : null;

    /// <summary>An invitation to pay says little by itself: papers print it under free articles too.</summary>
    private static PageVerdict? Teaser(VerdictEvidence page) =>
        page.BodyWords < LongestBeside && page.Article.Metadata.IsPaywalled != false
            && (Line(page, PageVerdictKind.PaywallTeaser) ?? (page.Article.Metadata.IsPaywalled == true ? "the page's data says that it is not free to read" : null)) is { } why
            ? new(PageVerdictKind.PaywallTeaser, $"{page.BodyWords} words, {why}")
            : null;

    private static PageVerdict? Shell(VerdictEvidence page) =>
        page.BodyWords >= LeastBody ? null
        : ScriptShell.Looks(page.Tree.Source) ? new(PageVerdictKind.ScriptShell, "scripts and next to no text")
        : page.PageWords <= LongestAlone && Line(page, PageVerdictKind.ScriptShell) is { } line ? new(PageVerdictKind.ScriptShell, line)
        : null;

    /// <summary>A running report is what the site's rule says that it is.</summary>
    private static PageVerdict? Running(VerdictEvidence page) =>
        LiveBlog(page) is not { } live ? null
        : page.LiveBlogs ?? page.Rule is { HasBody: true } ? PageVerdict.Article
        : live;

    private static PageVerdict? LiveBlog(VerdictEvidence page) =>
        page.Article.Metadata.Type == "LiveBlogPosting" ? new(PageVerdictKind.LiveBlog, "its data is of type LiveBlogPosting")
        : page.TimeLines >= LeastTimes && Title(page, PageVerdictKind.LiveBlog) is { } title ? new(PageVerdictKind.LiveBlog, $"{title}, {page.TimeLines} entries")
        : null;

    private static PageVerdict? Index(VerdictEvidence page) =>
        page.Assessment is { Kind: PageKind.Listing or PageKind.Collection } assessment
            && assessment.KindConfidence >= (page.IsUnsigned ? LikelyKind : CertainKind)
            ? new(PageVerdictKind.IndexPage, Names.Of(assessment.Kind))
            : null;

    private static string? Title(VerdictEvidence page, PageVerdictKind kind) =>
        page.Find(VerdictPlace.Title, kind) is { } phrase ? $"title \"{phrase}\"" : null;

    private static string? Line(VerdictEvidence page, PageVerdictKind kind) =>
        page.Find(VerdictPlace.Line, kind) is { } phrase ? $"line \"{phrase}\"" : null;

    private static string? Address(VerdictEvidence page, PageVerdictKind kind) =>
        page.Find(VerdictPlace.Address, kind) is { } phrase ? $"its address leads to \"{phrase}\"" : null;

    private static string? Markup(VerdictEvidence page, PageVerdictKind kind) =>
        VerdictMarkup.Shipped.Find(kind, page.Tree.Source) is { } text ? $"markup \"{text}\"" : null;
}
