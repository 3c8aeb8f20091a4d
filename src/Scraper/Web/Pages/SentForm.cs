namespace Scraper.Web.Pages;

/// <summary>The form that a call carries.</summary>
internal static class SentForm
{
    /// <summary>Reads it.</summary>
    /// <exception cref="BadHttpRequestException">The call carries something else.</exception>
    public static Task<IFormCollection> ReadAsync(HttpContext context) =>
        context.Request.HasFormContentType
            ? context.Request.ReadFormAsync(context.RequestAborted)
            : throw new BadHttpRequestException("Send a form, as application/x-www-form-urlencoded.", StatusCodes.Status415UnsupportedMediaType);
}
