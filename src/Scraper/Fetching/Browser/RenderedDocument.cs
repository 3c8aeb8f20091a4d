using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Scraper.Fetching.Browser;

/// <summary>Reads the document that a page's scripts have made, from a world that they cannot reach.</summary>
internal static class RenderedDocument
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // What Chromium says of a frame or a world of it that is gone since it was named.
    private static readonly string[] Gone = ["Cannot find context", "Execution context was destroyed", "No frame", "Frame with the given"];

    /// <summary>Its source in UTF-8. Of a page that loads itself anew meanwhile the new document is read.</summary>
    /// <param name="session">A session with the page.</param>
    /// <param name="maxBytes">Characters that it may have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">It has more.</exception>
    public static async Task<byte[]> ReadAsync(ICDPSession session, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await ReadOnceAsync(session, maxBytes);
            }
            catch (PlaywrightException reload) when (Array.Exists(Gone, words => reload.Message.Contains(words, StringComparison.Ordinal)))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static async Task<byte[]> ReadOnceAsync(ICDPSession session, int maxBytes)
    {
        var tree = await session.SendAsync("Page.getFrameTree");
        var frame = tree!.Value.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!;
        var world = await session.SendAsync("Page.createIsolatedWorld", new Dictionary<string, object> { ["frameId"] = frame });
        var answer = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object>
        {
            ["contextId"] = world!.Value.GetProperty("executionContextId").GetInt32(),
            ["returnByValue"] = true,
            ["expression"] = $$"""
                (() => {
                    const text = (document.doctype ? '<!DOCTYPE html>' : '') + (document.documentElement ? document.documentElement.outerHTML : '');
                    return text.length <= {{maxBytes.ToString(CultureInfo.InvariantCulture)}} ? text : null;
                })()
                """,
        });
        return answer!.Value.GetProperty("result").TryGetProperty("value", out var value) && value.GetString() is { } text
            ? Encoding.UTF8.GetBytes(text)
            : throw new InvalidDataException($"the rendered document is larger than {maxBytes} characters");
    }
}
