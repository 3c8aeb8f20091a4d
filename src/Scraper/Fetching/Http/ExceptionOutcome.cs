using System.Security.Authentication;
using Scraper.Fetching.Addresses;

namespace Scraper.Fetching.Http;

/// <summary>Turns what the HTTP stack throws at a bad server into an outcome.</summary>
internal static class ExceptionOutcome
{
    /// <summary>The outcome, or <see langword="null"/> for an exception that is a bug of ours.</summary>
    public static FetchResult? Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is DialException dial)
            {
                return dial.Outcome;
            }
        }

        return exception switch
        {
            HttpRequestException e => new FetchResult.Failed(KindOf(e.HttpRequestError, e, e.InnerException is null ? FailureKind.Protocol : FailureKind.Connect), MessageOf(e)),
            HttpIOException e => new FetchResult.Failed(KindOf(e.HttpRequestError, e, FailureKind.Truncated), MessageOf(e)),
            IOException e => new FetchResult.Failed(FailureKind.Truncated, MessageOf(e)),
            _ => null,
        };
    }

    private static FailureKind KindOf(HttpRequestError error, Exception e, FailureKind otherwise) => error switch
    {
        HttpRequestError.NameResolutionError => FailureKind.Dns,
        HttpRequestError.ConnectionError => FailureKind.Connect,
        HttpRequestError.SecureConnectionError => FailureKind.Tls,
        HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError => FailureKind.Protocol,
        HttpRequestError.ResponseEnded => FailureKind.Truncated,
        HttpRequestError.ConfigurationLimitExceeded => FailureKind.TooLarge,
        HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError => FailureKind.Proxy,
        _ when e.GetBaseException() is AuthenticationException => FailureKind.Tls,
        _ => otherwise,
    };

    private static string MessageOf(Exception e)
    {
        var cause = e.GetBaseException();
        return cause == e || e.Message.Contains(cause.Message, StringComparison.Ordinal) ? e.Message : $"{e.Message} {cause.Message}";
    }
}
