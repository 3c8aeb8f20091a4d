namespace Scraper.Web;

/// <summary>Lets HEAD be answered by whatever answers GET (RFC 9110, 9.3.2), also by what is mapped in days to come; the server leaves the body out.</summary>
internal static class HeadRequests
{
    private static readonly object Mark = new();

    /// <summary>Adds routing that chooses the end point of a HEAD as if it were a GET. To everything behind it the call is a HEAD.</summary>
    public static void UseRoutingWithHead(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Items[Mark] = Mark;
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
        app.UseRouting();
        app.Use((context, next) =>
        {
            if (context.Items.Remove(Mark))
            {
                context.Request.Method = HttpMethods.Head;
            }

            return next(context);
        });
    }
}
