using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.XPath;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>
/// Lets .NET's XPath 1.0 engine walk the light tree. A hit is therefore a node of the one tree everything else uses:
/// no second parse, no mapping between trees, and every step is counted against a budget.
/// </summary>
internal sealed class HtmlTreeNavigator : XPathNavigator
{
    private const int NotAnAttribute = -1;

    private static readonly NameTable Names = new();

    private readonly PageIndex _page;
    private readonly SelectorBudget _budget;
    private int _id;
    private int _attribute = NotAnAttribute;

    public HtmlTreeNavigator(PageIndex page, SelectorBudget budget)
    {
        _page = page;
        _budget = budget;
    }

    /// <summary>Starts on a node.</summary>
    public HtmlTreeNavigator(PageIndex page, SelectorBudget budget, int id)
        : this(page, budget) => _id = id;

    private HtmlTreeNavigator(HtmlTreeNavigator other)
        : this(other._page, other._budget) => (_id, _attribute) = (other._id, other._attribute);

    /// <summary>The node it stands on; the owner, for an attribute.</summary>
    public int Id => _id;

    /// <summary>Where the node stands in document order.</summary>
    public (int Id, int Attribute) Place => (_id, _attribute);

    public override string BaseURI => string.Empty;

    public override string NamespaceURI => string.Empty;

    public override string Prefix => string.Empty;

    public override XmlNameTable NameTable => Names;

    public override string Name => LocalName;

    public override string LocalName => NodeType switch
    {
        XPathNodeType.Element => _page.Element(_id)!.Name,
        XPathNodeType.Attribute => Attribute.Name.ToString(),
        _ => string.Empty,
    };

    public override XPathNodeType NodeType =>
        _attribute != NotAnAttribute ? XPathNodeType.Attribute
        : _id == 0 ? XPathNodeType.Root
        : _page[_id] is HtmlElement ? XPathNodeType.Element
        : XPathNodeType.Text;

    public override bool IsEmptyElement => false;

    public override bool HasAttributes => _attribute == NotAnAttribute && _page.Element(_id) is { Attributes.Length: > 0 };

    public override bool HasChildren => _attribute == NotAnAttribute && _page.FirstChild(_id) != PageIndex.None;

    public override string Value
    {
        get
        {
            if (_attribute != NotAnAttribute)
            {
                var value = Attribute.Value.ToString();
                _budget.Spend(value.Length / 16);
                return value;
            }

            if (_page[_id] is HtmlText text)
            {
                _budget.Spend(text.Text.Length / 16);
                return text.Text.ToString();
            }

            var all = new StringBuilder();
            for (var i = _id + 1; i < _page.End(_id); i++)
            {
                _budget.Spend();
                if (_page[i] is HtmlText part)
                {
                    _budget.Spend(part.Text.Length / 16);
                    all.Append(part.Text.Span);
                }
            }

            return all.ToString();
        }
    }

    private HtmlAttribute Attribute => _page.Element(_id)!.Attributes.Pairs[_attribute];

    public override XPathNavigator Clone() => new HtmlTreeNavigator(this);

    public override string GetAttribute(string localName, string namespaceURI) =>
        _attribute == NotAnAttribute ? _page.Element(_id)?.Attribute(localName) ?? string.Empty : string.Empty;

    public override bool IsSamePosition(XPathNavigator other) =>
        other is HtmlTreeNavigator o && ReferenceEquals(o._page, _page) && o._id == _id && o._attribute == _attribute;

    public override XmlNodeOrder ComparePosition(XPathNavigator? nav)
    {
        if (nav is not HtmlTreeNavigator other || !ReferenceEquals(other._page, _page))
        {
            return XmlNodeOrder.Unknown;
        }

        return (_id, _attribute).CompareTo((other._id, other._attribute)) switch
        {
            < 0 => XmlNodeOrder.Before,
            0 => XmlNodeOrder.Same,
            _ => XmlNodeOrder.After,
        };
    }

    public override bool IsDescendant(XPathNavigator? nav) =>
        nav is HtmlTreeNavigator other && other._id > _id && other._id < _page.End(_id);

    public override bool MoveTo(XPathNavigator other)
    {
        if (other is not HtmlTreeNavigator o || !ReferenceEquals(o._page, _page))
        {
            return false;
        }

        (_id, _attribute) = (o._id, o._attribute);
        return true;
    }

    public override void MoveToRoot() => (_id, _attribute) = (0, NotAnAttribute);

    public override bool MoveToFirstAttribute() => HasAttributes && Step(_id, 0);

    public override bool MoveToNextAttribute() =>
        _attribute != NotAnAttribute && _attribute + 1 < _page.Element(_id)!.Attributes.Length && Step(_id, _attribute + 1);

    public override bool MoveToAttribute(string localName, string namespaceURI)
    {
        if (_attribute != NotAnAttribute || _page.Element(_id) is not { } element)
        {
            return false;
        }

        var pairs = element.Attributes.Pairs;
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Name.Span.SequenceEqual(localName))
            {
                return Step(_id, i);
            }
        }

        return false;
    }

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => false;

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => false;

    public override bool MoveToFirstChild() => _attribute == NotAnAttribute && Step(_page.FirstChild(_id));

    public override bool MoveToNext() => _attribute == NotAnAttribute && Step(_page.Next(_id));

    public override bool MoveToPrevious() => _attribute == NotAnAttribute && Step(_page.Previous(_id));

    public override bool MoveToParent() => _attribute != NotAnAttribute ? Step(_id) : Step(_page.Parent(_id));

    public override bool MoveToId(string id)
    {
        foreach (var element in _page.Elements)
        {
            _budget.Spend();
            if (string.Equals(_page.Element(element)!.Id, id, StringComparison.Ordinal))
            {
                return Step(element);
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"node {_id}");

    private bool Step(int id, int attribute = NotAnAttribute)
    {
        if (id == PageIndex.None)
        {
            return false;
        }

        _budget.Spend();
        (_id, _attribute) = (id, attribute);
        return true;
    }
}
