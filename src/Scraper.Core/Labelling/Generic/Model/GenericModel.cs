using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>All that was learnt: token odds, page kinds, the two stages and the confidence. Read from one binary file.</summary>
internal sealed class GenericModel
{
    private const uint Magic = 0x4c424c31; // "LBL1"
    /// <summary>Odds are kept in parts of this size.</summary>
    internal const float Step = 16;

    private static readonly Lazy<GenericModel> FromResource = new(ReadResource);

    private readonly TokenOdds _odds;
    private readonly KindOdds _kindOdds;

    public GenericModel(TokenOdds words, KindOdds kinds, KindModel kindModel, TreeEnsemble first, TreeEnsemble second, TreeEnsemble confidence)
    {
        _odds = words;
        _kindOdds = kinds;
        Kinds = kindModel;
        First = first;
        Second = second;
        Confidence = confidence;
    }

    /// <summary>The model that is shipped with the library.</summary>
    public static GenericModel Shipped => FromResource.Value;

    public KindModel Kinds { get; }

    public TreeEnsemble First { get; }

    public TreeEnsemble Second { get; }

    public TreeEnsemble Confidence { get; }

    /// <summary>A page made ready for features with this model's token odds.</summary>
    public PageView View(BlockDocument document, CancellationToken cancellationToken) => new(document, _odds, cancellationToken: cancellationToken);

    /// <summary>Scores every block of a page and the page itself.</summary>
    public PagePrediction Predict(BlockDocument document, CancellationToken cancellationToken)
    {
        var view = View(document, cancellationToken);
        var row = PageRow.Read(view, _kindOdds);
        var kinds = Kinds.Probabilities(row);
        var table = FeatureReader.Read(view, row, kinds, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var consent = ConsentBoxes.Find(view);
        ScoreFeatures.Write(view, table, ConsentBoxes.Silence(consent, First.Score(table)));
        cancellationToken.ThrowIfCancellationRequested();
        return PagePrediction.Of(view, table, kinds, ConsentBoxes.Silence(consent, Second.Score(table)), Confidence);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Features.Count);
        writer.Write(_odds.Tokens.Length);
        for (var i = 0; i < _odds.Tokens.Length; i++)
        {
            writer.Write(_odds.Tokens[i]);
            writer.Write(Packed(_odds[_odds.Tokens[i]].Any));
            writer.Write(Packed(_odds[_odds.Tokens[i]].Shop));
        }

        writer.Write(_kindOdds.Tokens.Length);
        foreach (var token in _kindOdds.Tokens)
        {
            writer.Write(token);
            foreach (var value in _kindOdds[token][..PageRow.Kinds])
            {
                writer.Write(Packed(value));
            }
        }

        foreach (var ensemble in (IEnumerable<TreeEnsemble>)[.. Kinds.Ensembles, First, Second, Confidence])
        {
            ensemble.Write(writer);
        }
    }

    /// <exception cref="InvalidDataException">The file is no model, or one for other features.</exception>
    public static GenericModel Read(Stream stream)
    {
        var bytes = new byte[stream.Length - stream.Position];
        stream.ReadExactly(bytes);
        var reader = new ModelReader(bytes);
        if (reader.UInt32() != Magic || reader.Int32() != Features.Count)
        {
            throw new InvalidDataException("not a model of this version's features: train it anew (see Labelling/Generic/README.md)");
        }

        var words = new uint[reader.Int32()];
        var odds = new sbyte[words.Length * 2];
        ReadTokens(ref reader, words, odds);

        var kinds = new uint[reader.Int32()];
        var kindOdds = new sbyte[kinds.Length * PageRow.Kinds];
        ReadTokens(ref reader, kinds, kindOdds);

        var ensembles = new TreeEnsemble[PageRow.Kinds + 3];
        for (var i = 0; i < ensembles.Length; i++)
        {
            ensembles[i] = TreeEnsemble.Read(ref reader);
        }

        return new GenericModel(new TokenOdds(words, odds), KindOdds.Unpacked(kinds, kindOdds), new KindModel(ensembles[..PageRow.Kinds]), ensembles[^3], ensembles[^2], ensembles[^1]);
    }

    internal static sbyte Packed(float odds) => (sbyte)Math.Clamp(odds * Step, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads tokens, each with as many odds as the others.</summary>
    private static void ReadTokens(ref ModelReader reader, uint[] tokens, Span<sbyte> odds)
    {
        var width = odds.Length / Math.Max(1, tokens.Length);
        var rest = reader.Take(tokens.Length * (sizeof(uint) + width));
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            MemoryMarshal.Cast<byte, sbyte>(rest.Slice(sizeof(uint), width)).CopyTo(odds[(i * width)..]);
            rest = rest[(sizeof(uint) + width)..];
        }
    }

    private static GenericModel ReadResource()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scraper.Core.Labelling.Generic.model.bin")
            ?? throw new InvalidOperationException("model.bin is not embedded: train it (see Labelling/Generic/README.md)");
        return Read(stream);
    }
}
