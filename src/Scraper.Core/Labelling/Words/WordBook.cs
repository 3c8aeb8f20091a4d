using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Cuts a page's texts into words and gives equal words equal numbers. Words are folded so that copies compare equal:
/// lower case, quotation marks, dashes and all other punctuation gone, a word that runs into a capital split
/// ("likeRELATED"). Scripts without spaces give one word a character; so does "©". It belongs to one page and one thread.
/// </summary>
internal sealed partial class WordBook
{
    /// <summary>The number of the word that stands for an inner colon.</summary>
    public const int Colon = 0;

    private const int Copyright = 1;

    /// <summary>Room for different words to begin with.</summary>
    private const int LeastDifferent = 4;
    private const int MostDifferent = 1024;

    /// <summary>Letters kept of a word; of a longer one the hash alone tells the rest.</summary>
    private const int LongestWord = 1000;

    private readonly List<int> _numbers;
    private readonly List<int> _ends;
    private readonly List<uint> _hashes;
    private readonly List<string?> _strings = [];
    private char[] _letters;
    private int _kept;
    private int _used;
    private int _length;
    private int _longestHere = 1;
    private ulong _rest;

    /// <param name="expected">Words that are expected; there may be more.</param>
    public WordBook(int expected = 256)
    {
        var different = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(expected / 2, LeastDifferent, MostDifferent));
        (_numbers, _ends, _hashes) = (new(expected), new(different), new(different));
        (_letters, _slots) = (new char[different * 4], new ulong[different * 2]);
        foreach (var sign in ":©")
        {
            Begin();
            Append(sign);
            End();
        }

        _numbers.Clear();
    }

    /// <summary>How often the texts were forgotten, and 1.</summary>
    public int Texts { get; private set; } = 1;

    /// <summary>How many different words have been met.</summary>
    public int Count => _ends.Count;

    /// <summary>Reads the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="colons">Whether each inner colon is a word of its own: "Source: Reuters" differs from "source of power".</param>
    /// <param name="longest">Reading ends when the text is longer than this many words.</param>
    public WordRun Read(ReadOnlySpan<char> text, bool colons = false, int longest = int.MaxValue)
    {
        text = colons ? text.TrimEnd(':') : text;
        var start = _numbers.Count;
        var spaceless = 0;
        var previous = '\0';
        _longestHere = Math.Min(text.Length, LongestWord);
        Begin();
        Reserve();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c))
            {
                spaceless += EndBefore(previous, isUpper: false);
                i += AppendSmall(text[i..]) - 1;
                c = text[i];
            }
            else if (c == ' ')
            {
                spaceless += End();
            }
            else if (IsApostrophe(c) && char.IsLetter(previous))
            {
                continue;
            }
            else if (!IsWordPart(c))
            {
                spaceless += End();
                if (c is '©' or 'ⓒ' || (colons && c is ':' or '：'))
                {
                    _numbers.Add(c is '©' or 'ⓒ' ? Copyright : Colon);
                }
            }
            else
            {
                spaceless += IsOwnWord(c) ? End() : EndBefore(previous, char.IsUpper(c));

                // Turkish has two letters i; pages and markers mix their cases.
                Append(c is 'İ' or 'ı' ? 'i' : LetterCase.Lower(c));
            }

            previous = c;
            if (_length <= 1 && _numbers.Count - start - (spaceless / 2) > longest)
            {
                break;
            }
        }

        spaceless += End();
        return new WordRun(this, start, _numbers.Count - start, spaceless);
    }

    /// <summary>A run without its colons, as it is read where they are no words.</summary>
    public WordRun WithoutColons(WordRun run)
    {
        if (!run.Numbers.Contains(Colon))
        {
            return run;
        }

        var start = _numbers.Count;
        for (var i = 0; i < run.Count; i++)
        {
            if (run.Numbers[i] is not Colon and var number)
            {
                _numbers.Add(number);
            }
        }

        return new WordRun(this, start, _numbers.Count - start, run.Spaceless);
    }

    /// <summary>Forgets the texts that are not kept, but no words: numbers stay, runs read since are void.</summary>
    public void Clear()
    {
        _numbers.RemoveRange(_kept, _numbers.Count - _kept);
        Texts++;
    }

    /// <summary>Keeps the texts that were read so far.</summary>
    public void Keep() => _kept = _numbers.Count;

    /// <summary>The numbers of all texts since they were last forgotten.</summary>
    internal ReadOnlySpan<int> AllNumbers => CollectionsMarshal.AsSpan(_numbers);

    /// <summary>Han, kana and the letters of Thai, Lao, Burmese and Khmer: scripts that put no space between words.</summary>
    public static bool IsOwnWord(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0EFF'
        or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF';

    /// <summary>A word as a string, made once.</summary>
    internal string Text(int word)
    {
        while (_strings.Count <= word)
        {
            _strings.Add(null);
        }

        return _strings[word] ??= Letters(word).ToString();
    }

    internal ReadOnlySpan<int> Numbers(int start, int count) => CollectionsMarshal.AsSpan(_numbers).Slice(start, count);

    /// <summary>The <see cref="TextHash"/> of a word.</summary>
    internal uint HashOf(int word) => _hashes[word];

    internal ReadOnlySpan<char> Letters(int word)
    {
        var start = word == 0 ? 0 : _ends[word - 1];
        return _letters.AsSpan(start, _ends[word] - start);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    private static bool IsWordPart(char c) => c < 0x80
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Ends the word where a small letter runs into a capital, and after a letter that is a word.</summary>
    private int EndBefore(char previous, bool isUpper) =>
        (isUpper && char.IsLower(previous)) || (previous >= '\u0E00' && IsOwnWord(previous)) ? End() : 0;

    private void Begin() => (_length, _rest) = (0, 0);

    private void Append(char letter)
    {
        if (_length == LongestWord)
        {
            _rest = TextHash.Mix(_rest, letter);
            return;
        }

        _letters[_used + _length++] = letter;
    }

    /// <summary>Appends the small letters that a text starts with.</summary>
    /// <returns>How many there are, at least 1.</returns>
    private int AppendSmall(ReadOnlySpan<char> text)
    {
        var letters = _letters.AsSpan(_used + _length);
        var count = 0;
        do
        {
            if (_length + count == LongestWord)
            {
                _length = LongestWord;
                Append(text[count]);
                return count + 1;
            }

            letters[count] = text[count];
        }
        while (++count < text.Length && char.IsAsciiLetterLower(text[count]));
        _length += count;
        return count;
    }

    /// <summary>Makes room for the longest word that the text can have.</summary>
    private void Reserve()
    {
        if (_letters.Length - _used < _longestHere)
        {
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, _used + _longestHere));
        }
    }

    /// <summary>Ends the word that is being read, if there is any.</summary>
    /// <returns>1 for a letter of a script without spaces, else 0.</returns>
    private int End()
    {
        if (_length == 0)
        {
            return 0;
        }

        var spaceless = _length == 1 && IsOwnWord(_letters[_used]) ? 1 : 0;
        _numbers.Add(NumberOf(_letters.AsSpan(_used, _length)));
        Begin();
        return spaceless;
    }
}
