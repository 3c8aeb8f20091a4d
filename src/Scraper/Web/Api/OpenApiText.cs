using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Scraper.Web.Api;

/// <summary>What the OpenAPI document says besides what the end points tell by themselves.</summary>
internal static class OpenApiText
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Scraper",
                Version = "v1",
                Description = "Clean articles, their revisions, labels and stories. Follow the store with /articles or /changes: keep `next`, ask again with it as `after`, miss nothing. "
                    + "Errors are problem details (RFC 9457). Where a token is set, send it as `Authorization: Bearer`. A POST without it needs the header and the cookie of /session and an Origin of this server.",
            };
            return Task.CompletedTask;
        });
    }

    /// <summary>Says that a parameter must be given, though the end point takes its absence so that it can say what is missing.</summary>
    public static Task RequireAsync(OpenApiOperation operation, string parameter)
    {
        operation.Parameters!.OfType<OpenApiParameter>().Single(p => p.Name == parameter).Required = true;
        return Task.CompletedTask;
    }
}
