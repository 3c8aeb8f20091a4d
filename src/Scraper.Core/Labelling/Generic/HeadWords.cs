namespace Scraper.Core.Labelling;

/// <summary>Which of a page's words its head says: title, description, author's and site's name, looked up all at once.</summary>
internal sealed class HeadWords : IDisposable
{
    private const int Title = 1, Description = 2, Author = 4, Site = 8;
    private readonly WordMap _words;

    public HeadWords(PageSignals signals)
    {
        _words = new WordMap(signals.TitleWords.Count + signals.DescriptionWords.Count + signals.AuthorWords.Count + signals.SiteWords.Count);
        Add(signals.TitleWords, Title);
        Add(signals.DescriptionWords, Description);
        Add(signals.AuthorWords, Author);
        Add(signals.SiteWords, Site);
    }

    /// <summary>How many of some words each part of the head has.</summary>
    public (int Title, int Description, int Author, int Site) In(ReadOnlySpan<uint> words)
    {
        int title = 0, description = 0, author = 0, site = 0;
        foreach (var word in words)
        {
            if (_words[word] is > 0 and var parts)
            {
                title += parts & Title;
                description += (parts & Description) >> 1;
                author += (parts & Author) >> 2;
                site += (parts & Site) >> 3;
            }
        }

        return (title, description, author, site);
    }

    public void Dispose() => _words.Dispose();

    private void Add(HashSet<uint> words, int part)
    {
        foreach (var word in words)
        {
            _words[word] = Math.Max(0, _words[word]) | part;
        }
    }
}
