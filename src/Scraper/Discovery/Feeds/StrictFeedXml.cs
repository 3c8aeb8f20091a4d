using System.Xml;

namespace Scraper.Discovery.Feeds;

/// <summary>Reads well-formed XML. Nothing external is ever loaded, and entities expand to a bounded length.</summary>
internal static class StrictFeedXml
{
    private const int MaxCharactersFromEntities = 200_000;

    /// <summary>Reads a document into a tree.</summary>
    /// <exception cref="XmlException">It is not well-formed, or its entities expand too far.</exception>
    public static FeedNode Read(string document, FeedTree tree)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = MaxCharactersFromEntities,
            IgnoreProcessingInstructions = true,
            IgnoreComments = true,
            CheckCharacters = true,
        };
        using var reader = XmlReader.Create(new StringReader(document), settings);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    tree.Open(reader.NamespaceURI, reader.LocalName, Attributes(reader));
                    if (isEmpty)
                    {
                        tree.Close();
                    }

                    break;
                case XmlNodeType.EndElement:
                    tree.Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    tree.Text(reader.Value);
                    break;
            }
        }

        return tree.Finish();
    }

    private static List<FeedAttribute> Attributes(XmlReader reader)
    {
        var attributes = new List<FeedAttribute>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            attributes.Add(new FeedAttribute(reader.NamespaceURI, reader.LocalName, reader.Value));
        }

        return attributes;
    }
}
