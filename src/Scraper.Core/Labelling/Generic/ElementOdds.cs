using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>The token odds of a page's elements. What many elements are called is cut into tokens and looked up once.</summary>
internal sealed class ElementOdds(ITokenOdds odds, AttributeValues values)
{
    private readonly List<uint> _tokens = new(1024);
    private readonly List<uint> _cut = [];
    private readonly ValueTokens[] _classes = new ValueTokens[values.Count];
    private readonly ValueTokens[] _roles = new ValueTokens[values.Count];
    private readonly TokenOdd[] _found = new TokenOdd[ElementTokens.Most + 2];
    private TokenOdd[] _odds = new TokenOdd[1024];
    private int _count;

    /// <summary>The odds of an element's tokens, in order; good until the next element is asked for.</summary>
    /// <param name="element">The element.</param>
    /// <param name="all">Takes up the tokens, if given.</param>
    public ReadOnlySpan<TokenOdd> Of(HtmlElement element, HashSet<uint>? all)
    {
        _count = 0;
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (ElementTokens.Seed(attribute) is var seed and not 0)
            {
                Add(attribute, seed, all);
            }
        }

        if (ElementTokens.IsCustom(element))
        {
            Cut(element.Name, TokenHash.ClassPart, all);
        }

        return _found.AsSpan(0, _count);
    }

    /// <summary>Hash of tag and class: the same for cards of one kind.</summary>
    public uint Signature(HtmlElement element)
    {
        var signature = TokenHash.Of(TokenHash.ClassPart, element.Name);
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (attribute is { Kind: AttributeKind.Class, Value.Length: > 0 })
            {
                return TokenHash.Add(signature, attribute.Number < 0 ? Hash(attribute) : Known(attribute));
            }
        }

        return signature;
    }

    private static uint Hash(in HtmlAttribute classes) => TokenHash.Of(TokenHash.ClassPair, classes.Value.Span);

    private uint Known(in HtmlAttribute classes)
    {
        ref var known = ref _classes[classes.Number];
        return known.Hash != 0 ? known.Hash : known.Hash = Hash(classes);
    }

    private void Add(in HtmlAttribute attribute, uint seed, HashSet<uint>? all)
    {
        if (attribute.Number < 0)
        {
            Cut(attribute.Value.Span, seed, all);
            return;
        }

        ref var known = ref (seed == TokenHash.ClassPart ? _classes : _roles)[attribute.Number];
        if (!known.IsCut)
        {
            known = Read(attribute.Value.Span, seed) with { Hash = known.Hash };
        }

        if (_count + known.Count > ElementTokens.Most)
        {
            Cut(attribute.Value.Span, seed, all);
            return;
        }

        _odds.AsSpan(known.Start, known.Count).CopyTo(_found.AsSpan(_count));
        _count += known.Count;
        if (all is not null && !known.IsTold)
        {
            known.IsTold = true;
            for (var i = known.Start; i < known.Start + known.Count; i++)
            {
                all.Add(_tokens[i]);
            }
        }
    }

    private ValueTokens Read(ReadOnlySpan<char> value, uint seed)
    {
        var start = _tokens.Count;
        ElementTokens.Split(value, seed, _tokens, start + ElementTokens.Most);
        if (_tokens.Count > _odds.Length)
        {
            Array.Resize(ref _odds, Math.Max(_odds.Length * 2, _tokens.Count));
        }

        for (var i = start; i < _tokens.Count; i++)
        {
            _odds[i] = odds[_tokens[i]];
        }

        return new ValueTokens { Start = start, Count = _tokens.Count - start, IsCut = true };
    }

    /// <summary>As <see cref="ElementTokens.Add"/> does it: the last tokens of an element with too many are left out.</summary>
    private void Cut(ReadOnlySpan<char> value, uint seed, HashSet<uint>? all)
    {
        _cut.Clear();
        ElementTokens.Split(value, seed, _cut, ElementTokens.Most - _count);
        foreach (var token in _cut)
        {
            _found[_count++] = odds[token];
        }

        all?.UnionWith(_cut);
    }

    private struct ValueTokens
    {
        public int Start;
        public int Count;
        public uint Hash;
        public bool IsCut;
        public bool IsTold;
    }
}
