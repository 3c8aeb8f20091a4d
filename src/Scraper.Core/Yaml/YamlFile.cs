using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Scraper.Core.Yaml;

/// <summary>
/// Reads one YAML document into nodes that know their place: plain files by <see cref="PlainYaml"/>, others by YamlDotNet. A rule file needs no anchors, aliases, tags or second
/// document; they are refused, and with them every way to make a small file large.
/// </summary>
internal static class YamlFile
{
    /// <summary>The longest file that is read, in UTF-16 code units (1 MiB).</summary>
    public const int LongestText = 1 << 20;

    /// <summary>What is said of a longer one.</summary>
    public static readonly string TooLong = string.Create(CultureInfo.InvariantCulture, $"the file is longer than {LongestText:N0} characters: split it, one file a site");

    /// <summary>The deepest nesting that is read.</summary>
    public const int DeepestNesting = 12;

    /// <summary>Reads a file.</summary>
    /// <param name="text">The whole file.</param>
    /// <returns>The root; <see langword="null"/> for an empty file.</returns>
    /// <exception cref="YamlFileException">It is not YAML, or uses what is refused.</exception>
    public static YamlNode? Read(string text)
    {
        if (text.Length > LongestText)
        {
            throw new YamlFileException(TooLong, 0, 0);
        }

        try
        {
            return PlainYaml.TryRead(text, out var plain) ? plain : ReadAny(text);
        }
        catch (YamlException e)
        {
            throw new YamlFileException(Reason(e), (int)e.Start.Line, (int)e.Start.Column);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet throws these for some broken flow lists and tags, without saying where.
            throw new YamlFileException("not YAML: a broken list, mapping or tag", 0, 0);
        }
    }

    private static string Reason(YamlException e) => (e.InnerException ?? e).Message is { Length: > 0 } message
        ? "not YAML: " + message[(message.LastIndexOf("): ", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('.')
        : "not YAML";

    /// <summary>Reads a file by YamlDotNet.</summary>
    internal static YamlNode? ReadAny(string text)
    {
        var parser = new Parser(new StringReader(text));
        YamlNode? root = null;
        var documents = 0;
        var open = new Stack<Opened>();
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            var (line, column) = ((int)at.Start.Line, (int)at.Start.Column);
            if (at is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            {
                throw new YamlFileException("anchors (&) and tags (!) are not used in rule files; write the value out", line, column);
            }

            switch (at)
            {
                case DocumentStart when ++documents > 1:
                    throw new YamlFileException("a second document (---) in one file; make it a file of its own", line, column);
                case AnchorAlias:
                    throw new YamlFileException("aliases (*) are not used in rule files; quote a text that starts with *, and write out a repeated value", line, column);
                case Scalar scalar:
                    Put(new YamlText(scalar.Value, scalar.Style == ScalarStyle.Plain, line, column));
                    break;
                case MappingStart:
                    Open(new YamlMap([], line, column));
                    break;
                case SequenceStart:
                    Open(new YamlList([], line, column));
                    break;
                case MappingEnd or SequenceEnd:
                    Put(open.Pop().Node);
                    break;
            }
        }

        return root;

        void Open(YamlNode node)
        {
            if (open.Count == DeepestNesting)
            {
                throw new YamlFileException($"nested more than {DeepestNesting} deep", node.Line, node.Column);
            }

            open.Push(new Opened(node));
        }

        void Put(YamlNode node)
        {
            if (!open.TryPeek(out var parent))
            {
                root = node;
            }
            else
            {
                parent.Add(node);
            }
        }
    }

    private sealed class Opened(YamlNode node)
    {
        private YamlText? _key;

        public YamlNode Node { get; } = node;

        public void Add(YamlNode child)
        {
            if (Node is YamlList list)
            {
                list.Items.Add(child);
            }
            else if (_key is { } key)
            {
                ((YamlMap)Node).Entries.Add(new(key, child));
                _key = null;
            }
            else
            {
                _key = child as YamlText ?? throw new YamlFileException("a key must be a text; put quotes around it", child.Line, child.Column);
            }
        }
    }
}
