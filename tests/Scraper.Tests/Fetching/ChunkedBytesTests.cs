using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Fetching.Http;
using Xunit;

namespace Scraper.Tests.Fetching;

public sealed class ChunkedBytesTests
{
    [Fact]
    public void What_came_is_what_it_holds_however_it_came() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(1, 70_000)).Resize(12).ToArbitrary(),
        reads =>
        {
            using var bytes = new ChunkedBytes();
            var expected = new List<byte>();
            foreach (var read in reads)
            {
                var room = bytes.Room().Span;
                var taken = Math.Min(read, room.Length);
                for (var i = 0; i < taken; i++)
                {
                    room[i] = (byte)(expected.Count + i);
                }

                expected.AddRange(room[..taken]);
                bytes.Take(taken);
            }

            bytes.Length.Should().Be(expected.Count);
            bytes.ToArray().AsSpan().SequenceEqual(expected.ToArray()).Should().BeTrue();
        }).QuickCheckThrowOnFailure();
}
