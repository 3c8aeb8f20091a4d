using System.Globalization;
using System.Text;

namespace Scraper.Storage.Exports;

/// <summary>Names files after articles: <c>site/12-the-headline.md</c>, safe on every file system whatever the page says.</summary>
internal static class ArticleFileName
{
    private const int MaxLength = 60;

    public static string Of(StoredArticle stored, string extension)
    {
        var site = Slug(stored.Article.Site, keepDots: true);
        var title = Slug(stored.Article.Title, keepDots: false);
        var name = stored.Id.ToString(CultureInfo.InvariantCulture) + (title.Length > 0 ? "-" + title : string.Empty) + extension;
        return Path.Combine(site.Length > 0 ? site : "site", name);
    }

    private static string Slug(string text, bool keepDots)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || (keepDots && c == '.' && slug.Length > 0))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == MaxLength)
            {
                break;
            }
        }

        return slug.ToString().Trim('-', '.');
    }
}
