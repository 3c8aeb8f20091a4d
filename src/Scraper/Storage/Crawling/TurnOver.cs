namespace Scraper.Storage;

/// <summary>What a store says to a visit whose turn is over.</summary>
internal static class TurnOver
{
    /// <param name="turn">The visit's turn.</param>
    /// <param name="last">The site's last turn.</param>
    /// <param name="holder">The node that took it.</param>
    /// <param name="location">Where the store is.</param>
    public static StoreException Refusal(SiteTurn turn, long last, string? holder, string location) => new(
        StoreFault.TurnOver,
        $"Refused a late write of {turn.Site}: turn {turn.Number} of node {turn.Node} is over, {(holder is null ? "the site is gone" : $"node {holder} has taken turn {last}")}",
        location,
        "Nothing is lost: whoever has the turn goes on with the site. Where this comes often, look for a paused machine or a broken network");
}
