using System.CommandLine;
using Scraper.Core;

namespace Scraper.Cli;

/// <summary>An option whose value is an absolute http or https address.</summary>
internal static class UrlOption
{
    public static Option<Uri?> Create(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Parse(text) is { } url)
            {
                return url;
            }

            result.AddError($"{name}: '{text}' is no absolute http or https address");
            return null;
        },
    };

    /// <summary>The address, or <see langword="null"/> where the text is none.</summary>
    public static Uri? Parse(string text) =>
        UrlText.TryRead(text, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}
