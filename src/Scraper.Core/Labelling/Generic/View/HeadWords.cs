namespace Scraper.Core.Labelling;

/// <summary>Which of a page's words its head says: title, description, author's and site's name, looked up all at once.</summary>
internal sealed class HeadWords
{
    private const int Title = 1, Description = 2, Author = 4, Site = 8;
    private readonly byte[] _parts;

    public HeadWords(PageSignals signals, PageWords words)
    {
        _parts = new byte[words.Different];
        Add(signals.TitleWords, Title);
        Add(signals.DescriptionWords, Description);
        Add(signals.AuthorWords, Author);
        Add(signals.SiteWords, Site);

        void Add(HashSet<uint> said, int part)
        {
            foreach (var word in said)
            {
                if (words.Find(word) is >= 0 and var number)
                {
                    _parts[number] |= (byte)part;
                }
            }
        }
    }

    /// <summary>How many of some words, by their numbers, each part of the head has.</summary>
    public (int Title, int Description, int Author, int Site) In(ReadOnlySpan<int> numbers)
    {
        int title = 0, description = 0, author = 0, site = 0;
        foreach (var number in numbers)
        {
            if (_parts[number] is > 0 and var parts)
            {
                title += parts & Title;
                description += (parts & Description) >> 1;
                author += (parts & Author) >> 2;
                site += (parts & Site) >> 3;
            }
        }

        return (title, description, author, site);
    }
}
