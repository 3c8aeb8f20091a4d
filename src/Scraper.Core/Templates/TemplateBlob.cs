using System.Collections.Immutable;
using System.Text;

namespace Scraper.Core.Templates;

/// <summary>A memory and what is in force of it as bytes: a format number, then Brotli over tables of paths, texts and pages.</summary>
public static class TemplateBlob
{
    private const byte Format = 2;

    /// <summary>Written when paths were named otherwise: what it knows cannot be compared with what is seen now.</summary>
    private const byte Outdated = 1;

    private const int Longest = 16 * 1024 * 1024;
    private const int Most = 1_000_000;

    /// <summary>Packs a memory and what is in force of it.</summary>
    public static byte[] Write(TemplateMemory memory, SiteTemplate? published)
    {
        ArgumentNullException.ThrowIfNull(memory);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        WriteMemory(writer, memory);
        writer.Write(published is not null);
        if (published is not null)
        {
            WriteTemplate(writer, published);
        }

        var blob = BrotliBlob.Pack(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), room: 1);
        blob[0] = Format;
        return blob;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; nothing is known from the bytes of an earlier version, which are learnt anew.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of this format, or are damaged.</exception>
    public static (TemplateMemory Memory, SiteTemplate? Published) Read(byte[] blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        if (blob is [Outdated, ..])
        {
            return (TemplateMemory.Empty, null);
        }

        if (blob is not [Format, ..])
        {
            throw new InvalidDataException("a template memory of another format");
        }

        try
        {
            var bytes = BrotliBlob.Unpack(blob, room: 1, Longest);
            using var reader = new BinaryReader(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), Encoding.UTF8);
            var memory = ReadMemory(reader);
            return (memory, reader.ReadBoolean() ? ReadTemplate(reader) : null);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or InvalidOperationException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("a damaged template memory", e);
        }
    }

    private static void WriteMemory(BinaryWriter writer, TemplateMemory memory)
    {
        writer.Write7BitEncodedInt64(memory.Learnt);
        var (paths, texts) = (new Dictionary<ulong, int>(), new Dictionary<ulong, int>());
        foreach (var block in memory.Pages.SelectMany(p => p.Blocks))
        {
            paths.TryAdd(block.Path, paths.Count);
            texts.TryAdd(block.Text, texts.Count);
        }

        Keys(writer, paths.Keys);
        Keys(writer, texts.Keys);
        writer.Write7BitEncodedInt(memory.Pages.Count);
        foreach (var page in memory.Pages)
        {
            writer.Write(page.Key);
            writer.Write7BitEncodedInt(page.Blocks.Length);
            foreach (var block in page.Blocks)
            {
                writer.Write7BitEncodedInt(paths[block.Path]);
                writer.Write7BitEncodedInt(texts[block.Text]);
                writer.Write7BitEncodedInt((block.Length << 1) | (block.IsText ? 1 : 0));
            }

            writer.Write7BitEncodedInt(page.Lines.Length);
            foreach (var line in page.Lines)
            {
                writer.Write(line.Path);
                writer.Write(line.Frame);
                writer.Write(line.IsEdge);
                if (line.IsEdge)
                {
                    writer.Write(line.Opening);
                    writer.Write(line.Closing);
                }
            }
        }

        Names(writer, memory.Paths);
        Names(writer, memory.Excerpts);
    }

    private static TemplateMemory ReadMemory(BinaryReader reader)
    {
        var learnt = reader.Read7BitEncodedInt64();
        var (paths, texts) = (Keys(reader), Keys(reader));
        var pages = ImmutableList.CreateBuilder<PageTrace>();
        for (var left = Count(reader); left > 0; left--)
        {
            var key = reader.ReadUInt64();
            var blocks = new BlockTrace[Count(reader)];
            for (var i = 0; i < blocks.Length; i++)
            {
                var (path, text, length) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
                blocks[i] = new BlockTrace(paths[path], texts[text], length >>> 1, (length & 1) == 1);
            }

            var lines = new LineTrace[Count(reader)];
            for (var i = 0; i < lines.Length; i++)
            {
                var (path, frame, isEdge) = (reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadBoolean());
                lines[i] = new LineTrace(path, frame, isEdge, isEdge ? reader.ReadUInt64() : 0, isEdge ? reader.ReadUInt64() : 0);
            }

            pages.Add(new PageTrace(key, [.. blocks], [.. lines]));
        }

        return new TemplateMemory { Learnt = learnt, Pages = pages.ToImmutable(), Paths = Names(reader), Excerpts = Names(reader) };
    }

    private static void WriteTemplate(BinaryWriter writer, SiteTemplate template)
    {
        writer.Write7BitEncodedInt(template.Pages);
        writer.Write7BitEncodedInt64(template.Learnt);
        writer.Write7BitEncodedInt(template.Texts.Count);
        foreach (var (key, text) in template.Texts.OrderBy(t => t.Key))
        {
            writer.Write(key);
            writer.Write(text.Path);
            writer.Write7BitEncodedInt(text.Pages);
            writer.Write7BitEncodedInt(text.AsText);
            writer.Write7BitEncodedInt(text.Length);
            writer.Write(text.Excerpt);
        }

        writer.Write7BitEncodedInt(template.Frames.Count);
        foreach (var (key, pages) in template.Frames.OrderBy(f => f.Key))
        {
            writer.Write(key);
            writer.Write7BitEncodedInt(pages);
        }

        writer.Write7BitEncodedInt(template.Paths.Count);
        foreach (var (key, path) in template.Paths.OrderBy(p => p.Key))
        {
            writer.Write(key);
            writer.Write(path.Name);
            writer.Write7BitEncodedInt(path.Pages);
            writer.Write7BitEncodedInt(path.Blocks);
            writer.Write7BitEncodedInt(path.Texts);
            writer.Write7BitEncodedInt(path.AsText);
            writer.Write7BitEncodedInt(path.Length);
            writer.Write7BitEncodedInt(path.OfText);
            writer.Write7BitEncodedInt(path.Telling);
            writer.Write7BitEncodedInt(path.Elsewhere);
            writer.Write7BitEncodedInt(path.AtEdge);
            writer.Write7BitEncodedInt(path.Alike);
        }
    }

    private static SiteTemplate ReadTemplate(BinaryReader reader)
    {
        var (pages, learnt) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
        var texts = new Dictionary<ulong, TemplateText>();
        for (var left = Count(reader); left > 0; left--)
        {
            texts[reader.ReadUInt64()] = new TemplateText(reader.ReadUInt64(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadString());
        }

        var frames = new Dictionary<ulong, int>();
        for (var left = Count(reader); left > 0; left--)
        {
            frames[reader.ReadUInt64()] = reader.Read7BitEncodedInt();
        }

        var paths = new Dictionary<ulong, TemplatePath>();
        for (var left = Count(reader); left > 0; left--)
        {
            paths[reader.ReadUInt64()] = new TemplatePath(
                reader.ReadString(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt())
            {
                OfText = reader.Read7BitEncodedInt(),
                Telling = reader.Read7BitEncodedInt(),
                Elsewhere = reader.Read7BitEncodedInt(),
                AtEdge = reader.Read7BitEncodedInt(),
                Alike = reader.Read7BitEncodedInt(),
            };
        }

        return new SiteTemplate(pages, learnt, texts, frames, paths);
    }

    private static void Keys(BinaryWriter writer, Dictionary<ulong, int>.KeyCollection keys)
    {
        writer.Write7BitEncodedInt(keys.Count);
        foreach (var key in keys)
        {
            writer.Write(key);
        }
    }

    private static ulong[] Keys(BinaryReader reader)
    {
        var keys = new ulong[Count(reader)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadUInt64();
        }

        return keys;
    }

    private static void Names(BinaryWriter writer, ImmutableDictionary<ulong, string> names)
    {
        writer.Write7BitEncodedInt(names.Count);
        foreach (var (key, name) in names.OrderBy(n => n.Key))
        {
            writer.Write(key);
            writer.Write(name);
        }
    }

    private static ImmutableDictionary<ulong, string> Names(BinaryReader reader)
    {
        var names = ImmutableDictionary.CreateBuilder<ulong, string>();
        for (var left = Count(reader); left > 0; left--)
        {
            names[reader.ReadUInt64()] = reader.ReadString();
        }

        return names.ToImmutable();
    }

    private static int Count(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is >= 0 and <= Most and var count ? count : throw new FormatException("a count that cannot be");
}
