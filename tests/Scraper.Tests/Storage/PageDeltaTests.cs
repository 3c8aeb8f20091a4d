using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Storage.Sql;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class PageDeltaTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>A base, and a page made of pieces of it and of its own.</summary>
    private static readonly Gen<(byte[] Base, byte[] Page)> Pairs =
        from basis in Gen.Choose(0, 3).SelectMany(letters => Gen.Choose(0, letters == 0 ? 255 : letters).Select(i => (byte)i).ArrayOf())
        from pieces in (from isCopied in Gen.Elements(true, true, false)
                        from start in Gen.Choose(0, 200)
                        from length in Gen.Choose(0, 120)
                        from seed in Gen.Choose(0, 1000)
                        select isCopied ? basis.Skip(start).Take(length).ToArray() : Random(seed, length)).ArrayOf()
        select (basis, pieces.SelectMany(p => p).ToArray());

    [Fact]
    public void A_page_comes_back_from_its_difference_whatever_both_hold() => Prop.ForAll(
        Pairs.ToArbitrary(), pair => PageDelta.Apply(pair.Base, Difference(pair.Base, pair.Page), pair.Page.Length).SequenceEqual(pair.Page)).Check(Runs);

    [Fact]
    public void A_damaged_difference_gives_a_named_error_or_a_page_of_the_right_size() => Prop.ForAll(
        Pairs.ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (pair, seed) =>
        {
            var delta = Difference(pair.Base, pair.Page);
            var random = new Random(seed);
            for (var i = 0; i < 3; i++)
            {
                delta[random.Next(delta.Length)] = (byte)random.Next(256);
            }

            try
            {
                return PageDelta.Apply(pair.Base, delta.AsSpan(0, random.Next(delta.Length + 1)), pair.Page.Length).Length == pair.Page.Length;
            }
            catch (InvalidDataException)
            {
                return true;
            }
        }).Check(Runs);

    [Fact]
    public void What_both_have_in_common_costs_next_to_nothing()
    {
        var basis = Random(1, 200_000);
        byte[] page = [.. basis.AsSpan(0, 90_000), .. Random(2, 500), .. basis.AsSpan(90_000)];

        Difference(basis, page).Length.Should().BeLessThan(600);
        PageCodec.PackNear(page, basis).Should().NotBeNull();
        PageCodec.PackNear(Random(3, 200_000), basis).Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void A_page_that_repeats_itself_takes_time_by_its_length_only(int period)
    {
        var basis = Enumerable.Range(0, 4_000_000).Select(i => (byte)(period == 0 ? 7 : i % period)).ToArray();
        var page = Enumerable.Range(0, 4_000_000).Select(i => (byte)(period == 0 ? (i % 23 == 0 ? i % 251 : 7) : i % (period + 1))).ToArray();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        PageDelta.Apply(basis, Difference(basis, page), page.Length).Should().Equal(page);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_size_that_no_page_has_is_damage_and_takes_no_memory(int size)
    {
        var whole = () => PageCodec.Unpack([1, 2, 3], size);
        var near = () => PageCodec.UnpackNear([255, 255, 255, 127, 1, 2], size, []);
        var longer = () => PageCodec.UnpackNear([255, 255, 255, 127, 1, 2], 10, []);

        whole.Should().Throw<InvalidDataException>();
        near.Should().Throw<InvalidDataException>();
        longer.Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void A_difference_that_does_not_fit_is_refused_and_one_that_just_fits_is_written()
    {
        var basis = Random(1, 5000);
        byte[] page = [.. basis.AsSpan(100, 3000), .. Random(2, 700)];
        var length = Difference(basis, page).Length;

        PageDelta.Write(basis, page, new byte[length]).Should().Be(length);
        PageDelta.Write(basis, page, new byte[length - 1]).Should().Be(-1);
        PageDelta.Write(basis, page, []).Should().Be(-1);
    }

    private static byte[] Difference(byte[] basis, byte[] page)
    {
        var delta = new byte[(page.Length * 2) + 32];
        return delta[..PageDelta.Write(basis, page, delta)];
    }

    private static byte[] Random(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
