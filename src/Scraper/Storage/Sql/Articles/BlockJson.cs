using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Storage.Sql;

/// <summary>
/// Labelled blocks as one JSON array a page, each <c>[kind, level, line, label, by, detail, confidence, text, inlines]</c>:
/// one row a page instead of a hundred, and <c>v1_blocks</c> still reads it as rows.
/// </summary>
internal static class BlockJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<LabelledBlock> blocks)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var (block, verdict) in blocks)
            {
                json.WriteStartArray();
                json.WriteStringValue(Names.Of(block.Kind));
                json.WriteNumberValue(block.Level);
                json.WriteNumberValue(block.Line);
                json.WriteStringValue(Names.Of(verdict.Label));
                json.WriteStringValue(Names.Of(verdict.Reason.Kind));
                json.WriteStringValue(PlainText.Of(verdict.Reason.Detail));
                json.WriteNumberValue(Math.Round(verdict.Reason.Confidence, 4));
                json.WriteStringValue(PlainText.Of(block.Text));
                if (block.Inlines.Count > 0)
                {
                    WriteInlines(json, block.Inlines);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<LabelledBlock> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select((b, index) => new LabelledBlock(
            new Block
            {
                Index = index,
                Kind = Parse<BlockKind>(b[0]),
                Level = b[1].GetInt32(),
                Line = b[2].GetInt32(),
                Text = b[7].GetString()!,
                Inlines = b.GetArrayLength() > 8 ? [.. b[8].EnumerateArray().Select(ReadInline)] : [],
            },
            new Verdict(Parse<Label>(b[3]), new Reason(Parse<ReasonKind>(b[4]), b[5].GetString()!, b[6].GetDouble()))))];
    }

    /// <summary>The labels that occur, one bit each: what the label filter looks at.</summary>
    public static long Labels(IReadOnlyList<LabelledBlock> blocks) => blocks.Aggregate(0L, (bits, b) => bits | Bit(b.Verdict.Label));

    /// <summary>The bit of a label.</summary>
    public static long Bit(Label label) => 1L << (int)label;

    private static T Parse<T>(JsonElement name)
        where T : struct, Enum => Names.TryParse<T>(name.GetString()!, out var value) ? value : default;

    private static void WriteInlines(Utf8JsonWriter json, IReadOnlyList<Inline> inlines)
    {
        json.WriteStartArray();
        foreach (var inline in inlines)
        {
            json.WriteStartArray();
            json.WriteNumberValue(inline.Start);
            json.WriteNumberValue(inline.Length);
            json.WriteStringValue(Names.Of(inline.Kind));
            json.WriteStringValue(inline.Target);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static Inline ReadInline(JsonElement i) => new(i[0].GetInt32(), i[1].GetInt32(), Parse<InlineKind>(i[2]), i[3].GetString());
}
