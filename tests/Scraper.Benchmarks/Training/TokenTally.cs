using System.Runtime.InteropServices;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>For each token the pages it stands on and, summed over them, the share of its words that are text.</summary>
internal sealed class TokenTally
{
    private const int Own = 6;

    /// <summary>Kinds of tokens: the page's markup and words, and those of words in other languages than English.</summary>
    private const int Spaces = 2 * Own;
    private const float Prior = 2;
    private const int FewestHosts = 3;

    /// <summary>Of a word in a language that few hosts write in, more of them must say the same.</summary>
    private const int FewestForeignHosts = 6;

    private readonly Dictionary<uint, Entry> _entries = [];

    public IEnumerable<uint> Tokens => _entries.Keys;

    /// <summary>Counts the tokens of one page.</summary>
    public static TokenTally Of(PageView view, BlockTarget[] targets)
    {
        var mass = new Dictionary<uint, (double Text, double All, byte Space)>();
        int n = targets.Length;
        double[] text = new double[n + 1], all = new double[n + 1];
        for (var i = 0; i < n; i++)
        {
            text[i + 1] = text[i] + (targets[i].Share * targets[i].Words);
            all[i + 1] = all[i] + targets[i].Words;
        }

        void Count(uint token, byte space, double t, double a)
        {
            if (a > 0)
            {
                (token, space) = space > 0 && view.Words.IsForeign ? (ForeignOdds.Token(token), (byte)(space + Own)) : (token, space);
                ref var m = ref CollectionsMarshal.GetValueRefOrAddDefault(mass, token, out _);
                m = (m.Text + t, m.All + a, space);
            }
        }

        var tokens = new List<uint>();
        foreach (var c in view.Containers)
        {
            if (c.EndBlock > c.FirstBlock)
            {
                tokens.Clear();
                ElementTokens.Add(c.Element, tokens);
                tokens.ForEach(t => Count(t, 0, text[c.EndBlock] - text[c.FirstBlock], all[c.EndBlock] - all[c.FirstBlock]));
            }
        }

        var heading = -1;
        for (var i = 0; i < n; i++)
        {
            var block = view.Document.Blocks[i];
            tokens.Clear();
            for (var e = block.Element; e is not null && !ReferenceEquals(e, view.Containers[view.Outline.Origins[i].Container].Element); e = e.Parent)
            {
                ElementTokens.Add(e, tokens);
            }

            tokens.ForEach(t => Count(t, 0, targets[i].Share * targets[i].Words, targets[i].Words));
            ref readonly var s = ref view.Shapes[i];
            var share = targets[i].Share;
            foreach (var word in view.WordsOf(i)[..Math.Min(60, view.WordsOf(i).Length)])
            {
                Count(word, 1, share, 1);
            }

            if (s.Words is > 0 and <= 8)
            {
                Count(s.Folded, 2, share, 1);
            }

            Count(s.Opening, 3, share, 1);
            if (heading >= 0)
            {
                foreach (var word in view.WordsOf(heading))
                {
                    Count(TokenHash.Add(TokenHash.HeadingWord, word), 4, share * targets[i].Words, targets[i].Words);
                }

                if (view.Shapes[heading].Words <= 8)
                {
                    Count(TokenHash.Add(TokenHash.HeadingPhrase, view.Shapes[heading].Folded), 5, share * targets[i].Words, targets[i].Words);
                }
            }

            heading = block.Kind == Core.Blocks.BlockKind.Heading ? i : heading;
        }

        var tally = new TokenTally();
        foreach (var (token, m) in mass)
        {
            tally._entries[token] = new Entry((float)(m.Text / m.All), 1, m.Space);
        }

        return tally;
    }

    /// <summary>The sum over pages; pages of one host count as one.</summary>
    public static TokenTally Sum(IEnumerable<TokenTally> tallies)
    {
        var sum = new TokenTally();
        foreach (var tally in tallies)
        {
            foreach (var (token, entry) in tally._entries)
            {
                ref var e = ref CollectionsMarshal.GetValueRefOrAddDefault(sum._entries, token, out _);
                e = new Entry(e.Text + entry.Text, e.Pages + entry.Pages, entry.Space);
            }
        }

        return sum;
    }

    /// <summary>One host's pages as one.</summary>
    public TokenTally AsOne()
    {
        var one = new TokenTally();
        foreach (var (token, e) in _entries)
        {
            one._entries[token] = new Entry(e.Text / e.Pages, 1, e.Space);
        }

        return one;
    }

    /// <summary>The odds as a page of a host may see them: without what the host itself adds.</summary>
    /// <param name="all">The tally of all pages.</param>
    /// <param name="shop">The tally of the pages that offer things.</param>
    /// <param name="hostAll">What the host adds to the first.</param>
    /// <param name="hostShop">What the host adds to the second.</param>
    public static ITokenOdds Odds(TokenTally all, TokenTally shop, TokenTally? hostAll, TokenTally? hostShop) =>
        new HostlessOdds(all, all.Bases(), hostAll, shop, shop.Bases(), hostShop);

    /// <summary>The odds of every token known from enough hosts.</summary>
    public static Dictionary<uint, TokenOdd> Odds(TokenTally all, TokenTally shop)
    {
        var odds = new HostlessOdds(all, all.Bases(), null, shop, shop.Bases(), null);
        return all._entries.Where(e => e.Value.IsKnown).ToDictionary(e => e.Key, e => odds[e.Key]);
    }

    private float[] Bases()
    {
        var text = new double[Spaces];
        var pages = new double[Spaces];
        foreach (var e in _entries.Values.Where(e => e.IsKnown))
        {
            text[e.Space] += e.Text;
            pages[e.Space] += e.Pages;
        }

        return [.. text.Select((t, i) => (float)((t + 1) / (pages[i] + 2)))];
    }

    private float Of(uint token, float[] bases, TokenTally? host)
    {
        if (!_entries.TryGetValue(token, out var e))
        {
            return 0;
        }

        var own = host is not null && host._entries.TryGetValue(token, out var o) ? o : default;
        var others = new Entry(e.Text - own.Text, e.Pages - own.Pages, e.Space);
        return others.IsKnown ? Rate(others.Text, others.Pages, bases[e.Space]) : 0;
    }

    private static float Rate(float text, int pages, float p)
    {
        var odds = MathF.Log((text + (Prior * p)) / (pages - text + (Prior * (1 - p)))) - MathF.Log(p / (1 - p));
        return MathF.Round(odds * 16) / 16;
    }

    private readonly record struct Entry(float Text, int Pages, byte Space)
    {
        /// <summary>Whether enough hosts have the token.</summary>
        public bool IsKnown => Pages >= (Space > Own ? FewestForeignHosts : FewestHosts);
    }

    private sealed class HostlessOdds(TokenTally all, float[] bases, TokenTally? host, TokenTally shop, float[] shopBases, TokenTally? hostShop) : ITokenOdds
    {
        public TokenOdd this[uint token] => new(all.Of(token, bases, host), shop.Of(token, shopBases, hostShop));
    }
}
