using System.Runtime.InteropServices;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>The token odds of a page's elements. What many elements are called is cut into tokens and looked up once.</summary>
internal sealed class ElementOdds(ITokenOdds odds, AttributeValues values) : IDisposable
{
    private static readonly TagMap<uint> TagHashes = new(static name => TokenHash.Of(TokenHash.ClassPart, name));

    private readonly MarkupTokens _tokens = new(odds);
    private readonly List<int> _numbers = new(1024);
    private readonly List<uint> _cut = [];
    private readonly ValueTokens[] _classes = new ValueTokens[values.Count];
    private readonly ValueTokens[] _roles = new ValueTokens[values.Count];
    private readonly TokenOdd[] _found = new TokenOdd[ElementTokens.Most + 2];
    private int _count;

    /// <summary>The tokens that were told.</summary>
    public ReadOnlySpan<uint> Told => _tokens.Told;

    /// <summary>Tells a token that no element carries.</summary>
    public void Tell(uint token) => _tokens.Tell(_tokens.Number(token));

    /// <summary>The odds of an element's tokens, in order; good until the next element is asked for.</summary>
    /// <param name="element">The element.</param>
    /// <param name="isTold">Whether its tokens count among those of the page.</param>
    public ReadOnlySpan<TokenOdd> Of(HtmlElement element, bool isTold)
    {
        _count = 0;
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (ElementTokens.Seed(attribute) is var seed and not 0)
            {
                Add(attribute, seed, isTold);
            }
        }

        if (ElementTokens.IsCustom(element))
        {
            Cut(element.Name, TokenHash.ClassPart, isTold);
        }

        return _found.AsSpan(0, _count);
    }

    /// <summary>Hash of tag and class: the same for cards of one kind.</summary>
    public uint Signature(HtmlElement element)
    {
        var signature = TagHashes[element];
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (attribute is { Kind: AttributeKind.Class, Value.Length: > 0 })
            {
                return TokenHash.Add(signature, attribute.Number < 0 ? Hash(attribute) : Known(attribute));
            }
        }

        return signature;
    }

    public void Dispose() => _tokens.Dispose();

    private static uint Hash(in HtmlAttribute classes) => TokenHash.Of(TokenHash.ClassPair, classes.Value.Span);

    private uint Known(in HtmlAttribute classes)
    {
        ref var known = ref _classes[classes.Number];
        return known.Hash != 0 ? known.Hash : known.Hash = Hash(classes);
    }

    private void Add(in HtmlAttribute attribute, uint seed, bool isTold)
    {
        if (attribute.Number < 0)
        {
            Cut(attribute.Value.Span, seed, isTold);
            return;
        }

        ref var known = ref (seed == TokenHash.ClassPart ? _classes : _roles)[attribute.Number];
        if (!known.IsCut)
        {
            known = Read(attribute.Value.Span, seed) with { Hash = known.Hash };
        }

        if (_count + known.Count > ElementTokens.Most)
        {
            Cut(attribute.Value.Span, seed, isTold);
            return;
        }

        var numbers = CollectionsMarshal.AsSpan(_numbers).Slice(known.Start, known.Count);
        foreach (var number in numbers)
        {
            _found[_count++] = _tokens.Odds(number);
        }

        if (isTold && !known.IsTold)
        {
            known.IsTold = true;
            foreach (var number in numbers)
            {
                _tokens.Tell(number);
            }
        }
    }

    private ValueTokens Read(ReadOnlySpan<char> value, uint seed)
    {
        _cut.Clear();
        ElementTokens.Split(value, seed, _cut, ElementTokens.Most);
        var start = _numbers.Count;
        foreach (var token in _cut)
        {
            _numbers.Add(_tokens.Number(token));
        }

        _tokens.Rate();
        return new ValueTokens { Start = start, Count = _cut.Count, IsCut = true };
    }

    /// <summary>As <see cref="ElementTokens.Add"/> does it: the last tokens of an element with too many are left out.</summary>
    private void Cut(ReadOnlySpan<char> value, uint seed, bool isTold)
    {
        _cut.Clear();
        ElementTokens.Split(value, seed, _cut, ElementTokens.Most - _count);
        foreach (var token in _cut)
        {
            var number = _tokens.Number(token);
            _tokens.Rate();
            _found[_count++] = _tokens.Odds(number);
            if (isTold)
            {
                _tokens.Tell(number);
            }
        }
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
