using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Tells several observers.</summary>
internal sealed class VisitObservers(IReadOnlyList<IVisitObserver> observers) : IVisitObserver
{
    public void Began(SiteRule site) => Tell(o => o.Began(site));

    public void Page(PageResult page) => Tell(o => o.Page(page));

    public void Ended(SiteRule site, SiteVisit visit) => Tell(o => o.Ended(site, visit));

    public void CutOff(SiteRule site) => Tell(o => o.CutOff(site));

    public void Held(SiteRule site) => Tell(o => o.Held(site));

    public void TurnOver(SiteRule site, StoreException refusal) => Tell(o => o.TurnOver(site, refusal));

    public void Failed(SiteRule site, Exception failure) => Tell(o => o.Failed(site, failure));

    private void Tell(Action<IVisitObserver> tell)
    {
        foreach (var observer in observers)
        {
            tell(observer);
        }
    }
}
