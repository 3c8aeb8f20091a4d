using Scraper.Route;

namespace Scraper.Hosting;

/// <summary>Says of every page how its journey ended.</summary>
internal sealed class PageLog(ILogger<PageLog> logger) : IProgress<PageResult>
{
    public void Report(PageResult value)
    {
        var level = value.Outcome.Kind switch
        {
            PageOutcomeKind.Failed or PageOutcomeKind.Empty or PageOutcomeKind.Worse => LogLevel.Warning,
            PageOutcomeKind.Unchanged or PageOutcomeKind.NotModified or PageOutcomeKind.NotAnArticle => LogLevel.Debug,
            _ => LogLevel.Information,
        };
        logger.Log(level, "{Site}: {Outcome}: {Url}", value.Site, value.Outcome, value.Url);
    }
}
