namespace Scraper.Tests.Hostile;

/// <summary>A page made to hurt.</summary>
/// <param name="Name">What is bad about it.</param>
/// <param name="Make">Writes it for a size, which is about its length in UTF-16 code units.</param>
/// <param name="HasArticle">Whether <see cref="HostilePages.Sentence"/> stands in it for a reader to find.</param>
/// <param name="IsText">Whether it is a plain text.</param>
internal sealed record HostilePage(string Name, Func<int, string> Make, bool HasArticle = false, bool IsText = false)
{
    public override string ToString() => Name;
}
