namespace Scraper.Core.Blocks;

/// <summary>Names of the attributes that some step asks for.</summary>
internal static class AttributeKinds
{
    /// <summary>The kind of a name in lower case.</summary>
    public static AttributeKind Of(ReadOnlySpan<char> name) => name switch
    {
        "class" => AttributeKind.Class,
        "id" => AttributeKind.Id,
        "style" => AttributeKind.Style,
        "hidden" => AttributeKind.Hidden,
        "href" => AttributeKind.Href,
        "src" => AttributeKind.Src,
        "rel" => AttributeKind.Rel,
        "type" => AttributeKind.Type,
        "name" => AttributeKind.Name,
        "content" => AttributeKind.Content,
        "property" => AttributeKind.Property,
        "datetime" => AttributeKind.DateTime,
        "pubdate" => AttributeKind.PubDate,
        "role" => AttributeKind.Role,
        "itemprop" => AttributeKind.ItemProp,
        "itemtype" => AttributeKind.ItemType,
        "itemscope" => AttributeKind.ItemScope,
        "aria-label" => AttributeKind.AriaLabel,
        "aria-hidden" => AttributeKind.AriaHidden,
        "aria-expanded" => AttributeKind.AriaExpanded,
        "data-testid" => AttributeKind.DataTestId,
        "data-test" => AttributeKind.DataTest,
        "data-qa" => AttributeKind.DataQa,
        "data-component" => AttributeKind.DataComponent,
        "data-module" => AttributeKind.DataModule,
        "data-type" => AttributeKind.DataType,
        "data-block" => AttributeKind.DataBlock,
        "data-name" => AttributeKind.DataName,
        "data-role" => AttributeKind.DataRole,
        "alt" => AttributeKind.Alt,
        "title" => AttributeKind.Title,
        "width" => AttributeKind.Width,
        "height" => AttributeKind.Height,
        "target" => AttributeKind.Target,
        "lang" => AttributeKind.Lang,
        "http-equiv" => AttributeKind.HttpEquiv,
        "shadowrootmode" => AttributeKind.ShadowRootMode,
        _ => AttributeKind.Unknown,
    };

    /// <summary>Whether elements are called by it: its values come again and again, and are numbered.</summary>
    public static bool IsNaming(AttributeKind kind) => kind is AttributeKind.Class or AttributeKind.Id or AttributeKind.Style or AttributeKind.Rel or AttributeKind.Property or AttributeKind.Role
        or AttributeKind.ItemProp or AttributeKind.ItemType or AttributeKind.AriaLabel or (>= AttributeKind.DataTestId and <= AttributeKind.DataRole);
}
