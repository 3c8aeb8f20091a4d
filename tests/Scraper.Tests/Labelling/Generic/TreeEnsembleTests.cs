using FluentAssertions;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

public class TreeEnsembleTests
{
    // Two trees of two questions: (column 0 > 1, column 1 > 5) and (column 1 > 2, column 0 > 3).
    private static readonly TreeEnsemble Ensemble = new(2, 0.5f, [0, 1, 1, 0], [1, 5, 2, 3], [1, 2, 3, 4, 10, 20, 30, 40]);

    [Theory]
    [InlineData(0, 0, 11.5f)]
    [InlineData(2, 0, 12.5f)]
    [InlineData(0, 6, 23.5f)]
    [InlineData(4, 6, 44.5f)]
    [InlineData(1, 5, 21.5f)]
    public void A_row_falls_into_one_leaf_of_each_tree(float first, float second, float expected) =>
        Ensemble.Score([first, second]).Should().Be(expected);

    [Fact]
    public void A_table_is_scored_as_its_rows_are()
    {
        var table = new FeatureTable(13);
        for (var i = 0; i < 13; i++)
        {
            table[(Feature)0, i] = i % 5;
            table[(Feature)1, i] = i % 7;
        }

        Ensemble.Score(table).Take(13).Should().Equal(Enumerable.Range(0, 13).Select(i => Ensemble.Score([i % 5, i % 7])));
    }

    [Fact]
    public void A_written_ensemble_reads_back_the_same()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Ensemble.Write(writer);
        stream.Position = 0;
        var reader = new ModelReader(stream.ToArray());

        TreeEnsemble.Read(ref reader).Score([4, 6]).Should().Be(44.5f);
    }
}
