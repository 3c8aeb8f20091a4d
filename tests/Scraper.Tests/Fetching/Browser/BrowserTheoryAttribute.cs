using Scraper.Fetching.Browser;
using Xunit;

namespace Scraper.Tests.Fetching.Browser;

/// <summary>A theory that needs a browser; skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (BrowserPath.Find(null) is null)
        {
            Skip = "needs Chromium on PATH, and there is none";
        }
    }
}
