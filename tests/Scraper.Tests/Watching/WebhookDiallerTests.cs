using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;
using Scraper.Watching;
using Xunit;

namespace Scraper.Tests.Watching;

/// <summary>Where alarms may be posted to, with a real listener on loopback.</summary>
public sealed class WebhookDiallerTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public WebhookDiallerTests() => _listener.Start();

    public void Dispose() => _listener.Stop();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_address_of_ones_own_that_stands_in_the_setting_is_dialled(string host)
    {
        using var stream = await DialAsync(host, new FetchOptions());

        stream.CanWrite.Should().BeTrue();
    }

    [Theory]
    [InlineData("hooks.example", "127.0.0.1")]
    [InlineData("hooks.example", "169.254.169.254")]
    [InlineData("hooks.example", "10.0.0.7")]
    public async Task A_name_that_resolves_to_such_an_address_is_refused(string host, string address)
    {
        var dial = () => DialAsync(host, new FetchOptions(), address);

        (await dial.Should().ThrowAsync<DialException>()).WithMessage($"{host} resolves to {address}, which is *");
    }

    [Fact]
    public async Task So_is_one_of_version_6() =>
        (await WebhookDialler.For(new Uri("http://[::1]:9000/"), new FetchOptions()).CheckAsync("::1", 9000, CancellationToken.None)).Should().Equal(IPAddress.IPv6Loopback);

    [Fact]
    public async Task A_name_that_the_settings_allow_is_dialled()
    {
        using var stream = await DialAsync("alerts.corp.example", new FetchOptions { Allow = [$"alerts.corp.example:{Port}"] });

        stream.CanWrite.Should().BeTrue();
    }

    [Fact]
    public async Task What_the_setting_says_is_meant_for_its_own_port_only()
    {
        var webhook = new Uri($"http://127.0.0.1:{Port}/");

        var dial = () => WebhookDialler.For(webhook, new FetchOptions()).DialAsync("127.0.0.1", Port == 80 ? 81 : 80, CancellationToken.None);

        await dial.Should().ThrowAsync<DialException>().WithMessage("127.0.0.1 is *");
    }

    private Task<Stream> DialAsync(string host, FetchOptions options, string address = "127.0.0.1")
    {
        var webhook = new Uri($"http://{host}:{Port}/alarms");
        return WebhookDialler.For(webhook, options, (_, _) => Task.FromResult(new[] { IPAddress.Parse(address) })).DialAsync(UrlHost.Of(webhook), Port, CancellationToken.None);
    }
}
