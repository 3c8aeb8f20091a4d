using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Is told how visits go, from any thread.</summary>
internal interface IVisitObserver
{
    /// <summary>A visit begins.</summary>
    void Began(SiteRule site);

    /// <summary>A page has come to the end of its journey.</summary>
    void Page(PageResult page);

    /// <summary>A visit ended, and the store knows.</summary>
    void Ended(SiteRule site, SiteVisit visit);

    /// <summary>A visit was cut off by the end of the process; it is due at the next start.</summary>
    void CutOff(SiteRule site);

    /// <summary>A visit was not begun: another node is making one.</summary>
    void Held(SiteRule site);

    /// <summary>A visit ended because another node has taken the site over; what it wanted to write was refused.</summary>
    /// <param name="site">The site.</param>
    /// <param name="refusal">What the store said.</param>
    void TurnOver(SiteRule site, StoreException refusal);

    /// <summary>A visit failed as a whole.</summary>
    /// <param name="site">The site.</param>
    /// <param name="failure">Why: the store's trouble, or a bug.</param>
    void Failed(SiteRule site, Exception failure);
}
