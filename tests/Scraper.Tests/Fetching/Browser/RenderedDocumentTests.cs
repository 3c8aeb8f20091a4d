using System.Text;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Playwright;
using Scraper.Fetching.Browser;
using Xunit;

namespace Scraper.Tests.Fetching.Browser;

public sealed class RenderedDocumentTests
{
    [Fact]
    public async Task A_page_that_loads_itself_anew_while_it_is_read_is_read_again()
    {
        var page = new ReloadingPage("Protocol error (Runtime.evaluate): Cannot find context with specified id", "Protocol error (Page.createIsolatedWorld): No frame for given id found");

        var html = await RenderedDocument.ReadAsync(page, 1000, CancellationToken.None);

        Encoding.UTF8.GetString(html).Should().Be("<p>settled</p>");
    }

    [Fact]
    public async Task A_page_that_is_gone_is_not_waited_for() =>
        await FluentActions.Awaiting(() => RenderedDocument.ReadAsync(new ReloadingPage("Target page, context or browser has been closed"), 1000, CancellationToken.None))
            .Should().ThrowAsync<PlaywrightException>();

    /// <summary>Answers each first question with a trouble, as long as there are any.</summary>
    private sealed class ReloadingPage(params IEnumerable<string> troubles) : ICDPSession
    {
        private readonly Queue<string> _troubles = new(troubles);

#pragma warning disable CS0067 // The interface's; nobody listens.
        public event EventHandler<ICDPSession>? Close;
#pragma warning restore CS0067

        public Task DetachAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public ICDPSessionEvent Event(string eventName) => throw new NotSupportedException();

        public Task<JsonElement?> SendAsync(string method, Dictionary<string, object>? args = null) => method switch
        {
            "Page.getFrameTree" => Answer("""{"frameTree":{"frame":{"id":"1"}}}"""),
            "Page.createIsolatedWorld" => Answer("""{"executionContextId":1}"""),
            _ when _troubles.TryDequeue(out var trouble) => throw new PlaywrightException(trouble),
            _ => Answer("""{"result":{"value":"<p>settled</p>"}}"""),
        };

        private static Task<JsonElement?> Answer(string json) => Task.FromResult<JsonElement?>(JsonDocument.Parse(json).RootElement);
    }
}
