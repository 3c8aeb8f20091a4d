using System.Collections.Frozen;
using System.Text;
using Scraper.Core;

namespace Scraper.Web.Markup;

/// <summary>
/// An HTML or SVG element. Names of elements and attributes come from lists without scripts, handlers and styles;
/// addresses go to our own paths, http and https only. Anything else is a bug and throws, or is left out where the
/// address came from a page.
/// </summary>
internal sealed class Element : Node
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "html", "head", "title", "meta", "link", "body", "header", "nav", "main", "footer", "section", "article", "aside", "h1", "h2", "h3", "p", "div", "span", "a",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "form", "label", "input", "select", "option", "button", "fieldset",
        "legend", "textarea", "output", "progress", "time", "code", "pre", "strong", "em", "mark", "ins", "del", "small", "br", "hr", "abbr", "blockquote", "details", "summary", "svg", "rect",
    ]);

    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(["meta", "link", "input", "br", "hr"]);

    private static readonly FrozenSet<string> Attributes = FrozenSet.ToFrozenSet(
    [
        "class", "id", "name", "value", "type", "for", "title", "lang", "dir", "role", "scope", "datetime", "method", "rel", "content", "charset", "maxlength", "required",
        "autofocus", "autocomplete", "selected", "open", "colspan", "placeholder", "tabindex", "width", "height", "x", "y", "viewBox", "aria-label", "aria-current",
        "aria-hidden", "aria-labelledby", "aria-describedby", "aria-live", "data-label", "data-block", "data-column", "target", "rows", "spellcheck", "checked", "max", "accesskey",
    ]);

    private static readonly FrozenSet<string> Addresses = FrozenSet.ToFrozenSet(["href", "action"]);

    private readonly string _name;
    private readonly Node[] _children;
    private readonly List<(string Name, string Value)> _attributes = [];

    public Element(string name, params Node[] children)
    {
        _name = Names.Contains(name) ? name : throw new ArgumentException($"{name} is not an element that pages are made of", nameof(name));
        _children = children;
    }

    /// <summary>Adds an attribute; <see langword="null"/> leaves it out.</summary>
    public Element With(string name, string? value)
    {
        if (Addresses.Contains(name))
        {
            return value is not null && IsSafe(value) ? Add(name, value) : this;
        }

        return Attributes.Contains(name) ? value is null ? this : Add(name, value) : throw new ArgumentException($"{name} is not an attribute that elements may have", nameof(name));
    }

    public Element Class(string? names) => With("class", names);

    public override void Write(StringBuilder output)
    {
        output.Append('<').Append(_name);
        foreach (var (name, value) in _attributes)
        {
            output.Append(' ').Append(name).Append("=\"").Append(TextNode.Encode(value)).Append('"');
        }

        output.Append('>');
        if (Void.Contains(_name))
        {
            return;
        }

        foreach (var child in _children)
        {
            child.Write(output);
        }

        output.Append("</").Append(_name).Append('>');
    }

    /// <summary>Whether an address is a path of ours, a place on the page, or a web address.</summary>
    public static bool IsSafe(string address) =>
        address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl))
        || (UrlText.TryRead(address, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));

    private Element Add(string name, string value)
    {
        _attributes.Add((name, value));
        return this;
    }
}
