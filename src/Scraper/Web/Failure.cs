using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Scraper.Storage;
using Scraper.Web.Api;
using Scraper.Web.Pages;

namespace Scraper.Web;

/// <summary>What a caller sees when a call fails: a page for people, problem details (RFC 9457) for programs; never a stack trace.</summary>
internal static class Failure
{
    public static Task HandleAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, detail) = failure switch
        {
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => (bad.StatusCode, bad.Message),
            AntiforgeryValidationException or InvalidDataException => (StatusCodes.Status400BadRequest, "The form that was sent cannot be read."),
            StoreException { Fault: StoreFault.Invalid } asked => (StatusCodes.Status400BadRequest, asked.Remedy),
            StoreException trouble => (StatusCodes.Status503ServiceUnavailable, trouble.Remedy),
            OperationCanceledException => (StatusCodes.Status503ServiceUnavailable, "The call took too long."),
            _ => (StatusCodes.Status500InternalServerError, "A bug of ours; the log says more."),
        };
        context.Response.StatusCode = status;
        SetHeaders(context);
        return WriteAsync(context, detail);
    }

    /// <summary>Whether a failure is told to the caller alone; others are logged, too.</summary>
    public static bool IsExpected(ExceptionHandlerSuppressDiagnosticsContext failure) =>
        failure.Exception is BadHttpRequestException or AntiforgeryValidationException or InvalidDataException or OperationCanceledException or StoreException { Fault: StoreFault.Invalid };

    /// <summary>Refuses a call before any end point is reached.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, detail);
    }

    /// <summary>Whether a person asks, with a browser; whoever calls the API or a feed is a program, whatever else it takes.</summary>
    public static bool IsForPerson(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/feeds", StringComparison.Ordinal);

    /// <summary>Gives an empty answer of an error status its text.</summary>
    public static Task DescribeAsync(HttpContext context) => WriteAsync(context, null);

    private static Task WriteAsync(HttpContext context, string? detail) =>
        IsForPerson(context.Request)
            ? ErrorPage.Of(context.Response.StatusCode, detail).ExecuteAsync(context)
            : Problem.Of(context.Response.StatusCode, detail).ExecuteAsync(context);

    /// <summary>The exception handler has cleared them.</summary>
    private static void SetHeaders(HttpContext context) => _ = Safety.SecurityHeaders.InvokeAsync(context, _ => Task.CompletedTask);
}
