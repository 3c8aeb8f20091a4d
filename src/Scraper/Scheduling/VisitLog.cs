using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Logs how visits go: a line a visit and a line a page worth knowing of.</summary>
internal sealed class VisitLog(ILogger<VisitLog> logger) : IVisitObserver
{
    public void Began(SiteRule site) => logger.LogInformation("{Site}: visit begins", site.Name);

    public void Page(PageResult page)
    {
        var level = page.Outcome.Kind switch
        {
            PageOutcomeKind.Failed or PageOutcomeKind.Empty or PageOutcomeKind.Worse => LogLevel.Warning,
            PageOutcomeKind.Gone or PageOutcomeKind.Unchanged or PageOutcomeKind.NotModified or PageOutcomeKind.NotAnArticle => LogLevel.Debug,
            _ => LogLevel.Information,
        };
        logger.Log(level, "{Site}: {Outcome}: {Url}", page.Site, page.Outcome, page.Url);
    }

    public void Ended(SiteRule site, SiteVisit visit)
    {
        foreach (var error in visit.SourceErrors)
        {
            logger.LogWarning("{Site}: {Error}", site.Name, error);
        }

        foreach (var note in visit.SourceNotes)
        {
            logger.LogInformation("{Site}: {Note}; what could be read of it was taken", site.Name, note);
        }

        logger.LogInformation("{Site}: {Visit}", site.Name, visit);
    }

    public void CutOff(SiteRule site) => logger.LogInformation("{Site}: visit cut off; it goes on at the next start", site.Name);

    public void Held(SiteRule site) => logger.LogInformation("{Site}: another node is visiting it", site.Name);

    public void TurnOver(SiteRule site, StoreException refusal) => logger.LogWarning("{Site}: visit ends: {Message}", site.Name, refusal.Message);

    public void Failed(SiteRule site, Exception failure)
    {
        if (failure is StoreException)
        {
            logger.LogError("{Site}: visit failed: {Message}", site.Name, failure.Message);
        }
        else
        {
            logger.LogError(failure, "{Site}: visit failed; this is a bug of ours, please report it", site.Name);
        }
    }
}
