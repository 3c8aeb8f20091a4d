namespace Scraper.Core.Labelling;

/// <summary>
/// Where on the page each word and each pair of words was last said in prose: a standfirst or a list of key points
/// says what the text below says again.
/// </summary>
internal sealed class LaterWords : IDisposable
{
    private readonly WordMap _words;
    private readonly WordMap _pairs;

    public LaterWords(PageView view)
    {
        var most = 0;
        for (var i = 0; i < view.Count; i++)
        {
            most += view.Good[i + 1] == view.Good[i] ? 0 : view.WordsOf(i).Length;
        }

        _words = new WordMap(most);
        _pairs = new WordMap(most);
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Good[i + 1] == view.Good[i])
            {
                continue;
            }

            var words = view.WordsOf(i);
            for (var k = 0; k < words.Length; k++)
            {
                _words[words[k]] = i;
                if (k > 0)
                {
                    _pairs[TokenHash.Add(words[k - 1], words[k])] = i;
                }
            }
        }
    }

    /// <summary>Shares of a block's words and pairs of words that prose below it says again; stop words do not count alone.</summary>
    public (float Words, float Pairs) Shares(ReadOnlySpan<uint> words, int block)
    {
        int own = 0, known = 0, pairs = 0;
        for (var k = 0; k < words.Length; k++)
        {
            if (!StopWords.Has(words[k]))
            {
                own++;
                known += _words[words[k]] > block ? 1 : 0;
            }

            pairs += k > 0 && _pairs[TokenHash.Add(words[k - 1], words[k])] > block ? 1 : 0;
        }

        return (own == 0 ? -1 : known / (float)own, pairs / (float)(words.Length - 1));
    }

    public void Dispose()
    {
        _words.Dispose();
        _pairs.Dispose();
    }
}
