namespace Scraper.Core.Blocks;

// What the walk notes of elements that hold no text of the page.
internal sealed partial class BlockWalk
{
    private void Note(HtmlElement element)
    {
        switch (element.Name)
        {
            case "img":
                _media++;
                break;
            case "input" or "textarea" or "select":
                _controls++;
                break;
            case "head":
                NoteHead(element);
                break;
            case "meta":
                Outline.Metas.Add(element);
                break;
            case "script" when element.Attributes.Find(AttributeKind.Type) is { } type && type.Span.Contains("json", StringComparison.OrdinalIgnoreCase):
                Outline.Data.Add(element);
                break;
            case "script" when StateText.MayHold(element):
                Outline.Scripts.Add(element);
                break;
            case "link" when Outline.Canonical is null && element.Attributes.Find(AttributeKind.Rel) is { } rel && rel.Span.Equals("canonical", StringComparison.OrdinalIgnoreCase):
                Outline.Canonical = element.Attribute("href");
                break;
            case "title":
                Outline.Title ??= element;
                break;
            default:
                break;
        }
    }

    private void NoteHead(HtmlElement head)
    {
        foreach (var child in head.ChildSpan)
        {
            if (child is HtmlElement { Name: not "head" } element)
            {
                Note(element);
            }
        }
    }
}
