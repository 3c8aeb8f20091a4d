using System.Net;
using System.Text;
using Scraper.Core.Sites;
using Scraper.Fetching.Addresses;

namespace Scraper.Fetching.Http;

/// <summary>Sends one GET and reads the whole answer within caps of time and size. Connections are kept and reused.</summary>
internal sealed class HttpTransport : IDisposable
{
    private static readonly BodyLimit ErrorPageLimit = new(256 * 1024, CutsOff: true);
    private static readonly TimeSpan ErrorPageTime = TimeSpan.FromSeconds(5);

    private readonly FetchOptions options;
    private readonly GuardedDialler dialler;
    private readonly TimeProvider clock;
    private readonly HttpMessageInvoker invoker;
    private readonly string userAgent;

    public HttpTransport(FetchOptions options, GuardedDialler dialler, TimeProvider clock, ILogger logger)
    {
        this.options = options;
        this.dialler = dialler;
        this.clock = clock;
        userAgent = UserAgent.Of(options);
        invoker = new HttpMessageInvoker(Handler(options, dialler, logger));
    }

    /// <summary>Sends a request. Bad servers are outcomes.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<HopResult> SendAsync(HopRequest hop, CancellationToken cancellationToken)
    {
        // Network deadlines run on the machine's clock: no injected time moves a socket.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(hop.Deadline);
        try
        {
            using var request = Request(hop);
            if (options.Proxy is not null)
            {
                await dialler.CheckProxiedAsync(UrlHost.Of(hop.Url), hop.Url.Port, deadline.Token);
            }

            using var response = await invoker.SendAsync(request, deadline.Token);
            return await ReadAsync(hop, response, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(new FetchResult.Failed(FailureKind.Timeout, $"no whole answer within {hop.Deadline.TotalSeconds:0.#} s"));
        }
        catch (Exception e) when (ExceptionOutcome.Of(e) is { } outcome)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(outcome);
        }
    }

    public void Dispose() => invoker.Dispose();

    private static SocketsHttpHandler Handler(FetchOptions options, GuardedDialler dialler, ILogger logger)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = options.Proxy is not null,
            Proxy = options.Proxy is null ? null : new WebProxy(ProxyUser.Without(options.Proxy)) { Credentials = ProxyUser.Of(options.Proxy) },
            PreAuthenticate = false,
            Credentials = null,
            MaxResponseHeadersLength = options.MaxHeaderKilobytes,
            MaxConnectionsPerServer = 2,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseDrainSize = 64 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            ActivityHeadersPropagator = null,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ConnectCallback = async (context, cancellationToken) => options.Proxy is null
                ? await dialler.DialAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken)
                : await dialler.DialProxyAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken),
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult(
                context.NegotiatedHttpVersion.Major == 1 ? new TolerantConnection(context.PlaintextStream) : context.PlaintextStream),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = new CertificateCheck(options.TrustAnyCertificateOf, logger).Accept;
        return handler;
    }

    private HttpRequestMessage Request(HopRequest hop)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, hop.Url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        Add(request, "User-Agent", hop.Site.UserAgent is { } own && HeaderText.IsOneLine(own) ? own : userAgent);
        Add(request, "Accept", AcceptHeader.For(hop.Purpose));
        Add(request, "Accept-Encoding", ContentCoding.Accepted);
        if (hop.IsHome)
        {
            foreach (var (name, value) in hop.Site.Headers.Where(header => HeaderText.MaySend(header.Key, header.Value)))
            {
                request.Headers.Remove(name);
                Add(request, name, value);
            }
        }

        if (Cookies(hop) is { Length: > 0 } cookies)
        {
            Add(request, "Cookie", cookies);
        }

        if (hop.Known?.ETag is { } tag && HeaderText.IsOneLine(tag))
        {
            Add(request, "If-None-Match", tag);
        }

        if (hop.Known?.LastModified is { } date && HeaderText.IsOneLine(date))
        {
            Add(request, "If-Modified-Since", date);
        }

        return request;
    }

    /// <summary>The site rule's cookies, then those that servers have set on the way; a name that the rule has is the rule's.</summary>
    private static string Cookies(HopRequest hop)
    {
        var cookies = hop.IsHome ? hop.Site.Cookies.Concat(hop.ChainCookies.Where(c => !hop.Site.Cookies.ContainsKey(c.Key))) : hop.ChainCookies;
        return string.Join("; ", cookies.Where(c => HeaderText.IsOneLine(c.Key + c.Value)).Select(c => $"{c.Key}={c.Value}"));
    }

    private static void Add(HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);

    private async Task<HopResult> ReadAsync(HopRequest hop, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var retryAfter = RetryAfterHeader.Read(Header(response, "Retry-After"), clock.GetUtcNow());
        if (StatusOutcome.Of((int)response.StatusCode, hop.Known is { IsEmpty: false }, retryAfter is not null, options.Proxy is not null, hop.Url) is { } outcome)
        {
            return new(outcome is FetchResult.Failed { Status: >= 400, Kind: not FailureKind.Proxy } failed ? failed with { Page = await ErrorPageAsync(hop, response, cancellationToken) } : outcome, null, retryAfter);
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            return Header(response, "Location") is { Length: > 0 } location
                ? new(null, HeaderText.Url(location), retryAfter) { Cookies = response.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [] }
                : new(new FetchResult.Failed(FailureKind.BadRedirect, $"{(int)response.StatusCode} without a Location", (int)response.StatusCode));
        }

        var (body, failure) = await BodyReader.ReadAsync(response, hop.Limit, cancellationToken);
        return new(failure is null ? new FetchResult.Fetched(Page(hop.Url, response, body)) : failure);
    }

    // The status has decided; the body is only read to say more. What cannot be had at once is done without.
    private async Task<RawPage?> ErrorPageAsync(HopRequest hop, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (hop.Purpose is not (FetchPurpose.Article or FetchPurpose.NextPage or FetchPurpose.FrontPage))
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ErrorPageTime);
        try
        {
            var (body, failure) = await BodyReader.ReadAsync(response, ErrorPageLimit, patience.Token);
            return failure is null && body.Length > 0 ? Page(hop.Url, response, body) : null;
        }
        catch (Exception e) when (e is OperationCanceledException || ExceptionOutcome.Of(e) is not null)
        {
            return null;
        }
    }

    private RawPage Page(Uri url, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.SelectMany(header => header.Value)), StringComparer.OrdinalIgnoreCase);
        var type = MediaType.Read(headers.GetValueOrDefault("Content-Type"));
        return new RawPage
        {
            RequestedUrl = url,
            FinalUrl = url,
            Status = (int)response.StatusCode,
            Headers = headers,
            Body = body,
            ContentType = type.Type,
            Charset = type.Charset,
            FetchedAt = clock.GetUtcNow(),
            Validators = new Validators(Capped(headers.GetValueOrDefault("ETag"), 1_024), Capped(headers.GetValueOrDefault("Last-Modified"), 128)),
            Signals = SignalReader.Read(headers, body.Span, options.Agent),
        };
    }

    private static string? Capped(string? value, int length) => value is { Length: > 0 } && value.Length <= length ? value : null;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.First().Trim() : null;
}
