using Scraper.Fetching.Browser;
using Xunit;

namespace Scraper.Tests.Web;

/// <summary>A fact that needs a browser and axe-core; skipped where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AxeFactAttribute : FactAttribute
{
    public AxeFactAttribute()
    {
        if (BrowserPath.Find(null) is null)
        {
            Skip = "needs Chromium on PATH, and there is none";
        }
        else if (Chromium.AxePath is null)
        {
            Skip = "needs artifacts/axe/package/axe.min.js, which .ci/run gets by npm pack axe-core, and it is not there";
        }
    }
}
