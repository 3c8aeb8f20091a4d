using System.Reflection;
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

    private readonly Dictionary<uint, TokenOdd> _words;
    private readonly Dictionary<uint, float[]> _kinds;
    private readonly TokenOdds _odds;
    private readonly KindOdds _kindOdds;

    public GenericModel(
        Dictionary<uint, TokenOdd> words, Dictionary<uint, float[]> kinds, KindModel kindModel, TreeEnsemble first, TreeEnsemble second, TreeEnsemble confidence)
    {
        _words = words;
        _kinds = kinds;
        _odds = new TokenOdds(words);
        _kindOdds = new KindOdds(kinds);
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
    public PageView View(BlockDocument document, CancellationToken cancellationToken) => new(document, _odds, cancellationToken);

    /// <summary>Scores every block of a page and the page itself.</summary>
    public PagePrediction Predict(BlockDocument document, CancellationToken cancellationToken)
    {
        var view = View(document, cancellationToken);
        var row = PageRow.Read(view, _kindOdds);
        var kinds = Kinds.Probabilities(row);
        var table = FeatureReader.Read(view, row, kinds, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        ScoreFeatures.Write(view, table, First.Score(table));
        cancellationToken.ThrowIfCancellationRequested();
        return PagePrediction.Of(view, table, kinds, Second.Score(table), Confidence);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Features.Count);
        writer.Write(_words.Count);
        foreach (var (token, odds) in _words.OrderBy(w => w.Key))
        {
            writer.Write(token);
            writer.Write(Packed(odds.Any));
            writer.Write(Packed(odds.Shop));
        }

        writer.Write(_kinds.Count);
        foreach (var (token, odds) in _kinds.OrderBy(w => w.Key))
        {
            writer.Write(token);
            foreach (var value in odds)
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
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != Features.Count)
        {
            throw new InvalidDataException("not a model of this version's features: train it anew (see Labelling/Generic/README.md)");
        }

        var words = new Dictionary<uint, TokenOdd>();
        for (var n = reader.ReadInt32(); n > 0; n--)
        {
            words[reader.ReadUInt32()] = new TokenOdd(reader.ReadSByte() / Step, reader.ReadSByte() / Step);
        }

        var kinds = new Dictionary<uint, float[]>();
        for (var n = reader.ReadInt32(); n > 0; n--)
        {
            var token = reader.ReadUInt32();
            var odds = new float[PageRow.Kinds];
            for (var k = 0; k < odds.Length; k++)
            {
                odds[k] = reader.ReadSByte() / Step;
            }

            kinds[token] = odds;
        }

        var ensembles = new TreeEnsemble[PageRow.Kinds + 3];
        for (var i = 0; i < ensembles.Length; i++)
        {
            ensembles[i] = TreeEnsemble.Read(reader);
        }

        return new GenericModel(words, kinds, new KindModel(ensembles[..PageRow.Kinds]), ensembles[^3], ensembles[^2], ensembles[^1]);
    }

    internal static sbyte Packed(float odds) => (sbyte)Math.Clamp(odds * Step, sbyte.MinValue, sbyte.MaxValue);

    private static GenericModel ReadResource()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scraper.Core.Labelling.Generic.model.bin")
            ?? throw new InvalidOperationException("model.bin is not embedded: train it (see Labelling/Generic/README.md)");
        return Read(stream);
    }
}
