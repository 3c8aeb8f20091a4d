namespace Scraper.Core.Labelling;

/// <summary>A thing that is found by its phrase, both made when they are first asked for. Two threads may both make them.</summary>
/// <param name="line">The phrase's line.</param>
/// <param name="kind">Its kind, 0 to 31: a search is for one kind.</param>
internal abstract class PhraseEntry<T>(PhraseLine line, int kind)
    where T : class
{
    private Phrase? _phrase;
    private T? _item;

    public PhraseLine Line => line;

    public int Kind => kind;

    public Phrase Phrase => _phrase ??= line.Read();

    public T Item => _item ??= Make(Phrase);

    /// <summary>Where in a text the words stand that the phrase is kept under; the index tells it.</summary>
    public PhrasePlace Place { get; set; }

    /// <summary>How many entries the index has before it; the index tells it.</summary>
    public int Order { get; set; }

    /// <summary>Of several that match, the lowest is found.</summary>
    public virtual int Rank => Order;

    protected abstract T Make(Phrase phrase);
}
