namespace Scraper.Core.Labelling;

/// <summary>
/// Where on the page each word and each pair of words was last said in prose: a standfirst or a list of key points
/// says what the text below says again.
/// </summary>
internal sealed class LaterWords : IDisposable
{
    private readonly PageWords _words;
    private readonly WordMap _pairs;

    /// <summary>For each word the last block of prose that has it, from 1; 0 where none has.</summary>
    private readonly int[] _last;

    public LaterWords(PageView view)
    {
        var most = 0;
        for (var i = 0; i < view.Count; i++)
        {
            most += view.Good[i + 1] == view.Good[i] ? 0 : view.WordsOf(i).Length;
        }

        _words = view.Words;
        _last = new int[_words.Different];
        _pairs = new WordMap(most);
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Good[i + 1] == view.Good[i])
            {
                continue;
            }

            var words = view.WordsOf(i);
            foreach (var number in view.WordNumbersOf(i))
            {
                _last[number] = i + 1;
            }

            for (var k = 1; k < words.Length; k++)
            {
                _pairs[TokenHash.Add(words[k - 1], words[k])] = i;
            }
        }
    }

    /// <summary>Shares of a block's words and pairs of words that prose below it says again; stop words do not count alone.</summary>
    public (float Words, float Pairs) Shares(ReadOnlySpan<uint> words, ReadOnlySpan<int> numbers, int block)
    {
        int own = 0, known = 0, pairs = 0;
        foreach (var number in numbers)
        {
            if (!_words.IsStop(number))
            {
                own++;
                known += _last[number] - 1 > block ? 1 : 0;
            }
        }

        for (var k = 1; k < words.Length; k++)
        {
            pairs += _pairs[TokenHash.Add(words[k - 1], words[k])] > block ? 1 : 0;
        }

        return (own == 0 ? -1 : known / (float)own, pairs / (float)(words.Length - 1));
    }

    public void Dispose() => _pairs.Dispose();
}
