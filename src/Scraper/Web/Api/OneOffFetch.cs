using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Hosting;
using Scraper.Route;

namespace Scraper.Web.Api;

/// <summary>Takes single pages along the route when somebody asks for them, a few at a time; address guard, robots.txt and politeness hold as ever.</summary>
internal sealed class OneOffFetch(Pipeline pipeline, SiteCatalogue catalogue) : IDisposable
{
    private const int AtATime = 4;
    private const int LongestUrl = 2048;

    private readonly SemaphoreSlim _slots = new(AtATime);

    /// <summary>The address that a caller gave; <see langword="null"/> where it is no http or https URL without user name and password.</summary>
    public static Uri? Address(string? text) =>
        text is { Length: <= LongestUrl } && UrlText.TryRead(text, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.UserInfo.Length == 0 ? url : null;

    /// <summary>Fetches, cleans and stores a page.</summary>
    /// <returns>How it ended; <see langword="null"/> where too many are under way.</returns>
    public async Task<PageResult?> RunAsync(Uri url, CancellationToken cancellationToken)
    {
        if (!await _slots.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return null;
        }

        try
        {
            return await pipeline.ProcessAsync(url, catalogue.Rules.ForHost(UrlHost.Of(url)), cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
