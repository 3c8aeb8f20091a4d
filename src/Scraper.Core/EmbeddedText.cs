namespace Scraper.Core;

/// <summary>The texts that are embedded in this library; one that is missing is a bug of ours and fails loudly at first use.</summary>
internal static class EmbeddedText
{
    /// <summary>Opens a text.</summary>
    /// <param name="resource">Its name: <c>Decoding/labels.yaml</c>.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static StreamReader Open(string resource) =>
        new(typeof(EmbeddedText).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"embedded resource {resource} is missing"));

    /// <summary>The whole of a text.</summary>
    /// <param name="resource">Its name.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string Read(string resource)
    {
        using var reader = Open(resource);
        return reader.ReadToEnd();
    }
}
