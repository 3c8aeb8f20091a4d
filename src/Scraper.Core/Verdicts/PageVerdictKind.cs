namespace Scraper.Core.Verdicts;

/// <summary>What a page turned out to be, before anything of it is stored.</summary>
public enum PageVerdictKind
{
    /// <summary>An article, as far as can be told; the only kind that is stored.</summary>
    Article,

    /// <summary>A list of articles or things: front page, section, search results, shop category.</summary>
    IndexPage,

    /// <summary>A question about cookies or privacy in the place of the page.</summary>
    ConsentWall,

    /// <summary>The first lines of an article whose rest has to be paid or registered for.</summary>
    PaywallTeaser,

    /// <summary>A check whether a person asks, or a refusal of whoever asks.</summary>
    BotChallenge,

    /// <summary>Scripts without text: the page only comes in a browser.</summary>
    ScriptShell,

    /// <summary>A "not found" page, whatever its HTTP status says.</summary>
    SoftNotFound,

    /// <summary>A running report that grows at the top.</summary>
    LiveBlog,

    /// <summary>A page that the site's own rule says is none.</summary>
    Rejected,

    /// <summary>A form to sign in with, in the place of the page.</summary>
    LoginWall,

    /// <summary>A message that the page cannot be shown now: an error of the server, maintenance.</summary>
    ErrorPage,

    /// <summary>An offer of the domain itself: for sale, parked, expired.</summary>
    ParkedDomain,
}
