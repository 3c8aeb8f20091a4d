using System.Diagnostics;
using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Warc;
using Xunit;

namespace Scraper.Tests.Warc;

public sealed class WarcReaderTests
{
    private static readonly byte[] Good = WarcBytes.Record(WarcBytes.Http("good"));

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(
        Gen.Choose(0, 90_000).SelectMany(n => Gen.Choose(0, 255).Select(v => (byte)v).ArrayOf(n)).ListOf(3).ToArbitrary(),
        bodies =>
        {
            var pages = bodies.Select((b, i) => WarcBytes.Page($"http://a.example/{i}?ä=1", string.Empty, "http://a.example/asked") with { Body = b }).ToArray();
            var file = WarcBytes.Written(pages);

            var records = WarcBytes.Read(file);

            records.Should().HaveCount(1 + pages.Length).And.AllBeOfType<WarcEntry.Record>();
            foreach (var (record, page) in WarcBytes.Responses(records).Zip(pages))
            {
                var (read, digestFits) = ResponseRecord.ReadAsync(record, new WarcLimits(), CancellationToken.None).GetAwaiter().GetResult();
                digestFits.Should().BeTrue();
                read.Body.Span.SequenceEqual(page.Body.Span).Should().BeTrue();
                read.FinalUrl.Should().Be(new Uri(page.FinalUrl));
                read.RequestedUrl.Should().Be(new Uri(page.Url));
                read.FetchedAt.Should().Be(page.FetchedAt);
                read.Charset.Should().Be("utf-8");
                file.AsSpan((int)record.Offset, 3).ToArray().Should().Equal(0x1f, 0x8b, 0x08);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_may_be_plain_a_member_or_one_of_many_in_a_member(bool inOneMember)
    {
        byte[] two = [.. Good, .. WarcBytes.Record("x", type: "request"), .. Good];

        WarcBytes.Responses(WarcBytes.Read(two)).Should().HaveCount(2);
        WarcBytes.Responses(WarcBytes.Read(inOneMember ? WarcBytes.Gzip(two) : [.. WarcBytes.Gzip(Good), .. WarcBytes.Gzip(Good)])).Should().HaveCount(2);
    }

    public static TheoryData<string, byte[], string> Damage() => new()
    {
        { "no version", Encoding.ASCII.GetBytes("hello\r\nthere\r\n\r\n"), "must stand here" },
        { "another version", WarcBytes.Record("x", version: "WARC/0.9"), "must stand here" },
        { "no length", Encoding.ASCII.GetBytes("WARC/1.0\r\nWARC-Type: response\r\n\r\n"), "no Content-Length" },
        { "negative length", WarcBytes.Record("x", length: "-1"), "no Content-Length" },
        { "short length", WarcBytes.Record(WarcBytes.Http("abcdef"), length: "7"), "does not lead to its end" },
        { "long length", WarcBytes.Record("x", length: "30"), "does not lead to its end" },
        { "enormous length", WarcBytes.Record("x", length: "9223372036854775807"), "to its end" },
        { "a field without name", Encoding.ASCII.GetBytes("WARC/1.0\r\nnothing\r\nContent-Length: 0\r\n\r\n\r\n\r\n"), "has no name" },
        { "endless fields", WarcBytes.Record("x", more: "X: " + new string('a', 70_000) + "\r\n"), "longer than" },
    };

    [Theory]
    [MemberData(nameof(Damage))]
    public void A_broken_record_is_named_with_its_offset_and_the_others_are_read(string what, byte[] broken, string reason)
    {
        byte[] file = [.. Good, .. broken, .. Good];

        var entries = WarcBytes.Read(file);

        WarcBytes.Responses(entries).Should().HaveCount(2, what);
        var named = entries.OfType<WarcEntry.Broken>().Should().ContainSingle(what).Subject;
        named.Offset.Should().Be(Good.Length);
        named.Reason.Should().Contain(reason);
    }

    [Theory]
    [MemberData(nameof(Damage))]
    public void So_it_is_in_a_compressed_file(string what, byte[] broken, string reason)
    {
        var first = WarcBytes.Gzip(Good);
        byte[] file = [.. first, .. WarcBytes.Gzip(broken), .. WarcBytes.Gzip(Good)];

        var entries = WarcBytes.Read(file);

        WarcBytes.Responses(entries).Should().HaveCount(2, what);
        var named = entries.OfType<WarcEntry.Broken>().Should().ContainSingle(what).Subject;
        named.Offset.Should().Be(first.Length);
        named.Reason.Should().ContainAny(reason, "the file ends inside the record");
    }

    [Theory]
    [MemberData(nameof(Damage))]
    public void So_it_is_within_a_member(string what, byte[] broken, string reason)
    {
        byte[] member = WarcBytes.Gzip([.. Good, .. broken, .. Good, .. broken, .. Good]);

        var entries = WarcBytes.Read([.. member, .. WarcBytes.Gzip(Good)]);

        WarcBytes.Responses(entries).Should().HaveCount(4, what);
        entries.OfType<WarcEntry.Broken>().Should().HaveCount(2, what).And.OnlyContain(b => b.Offset == 0 && (b.Reason.Contains(reason) || b.Reason.Contains("the file ends inside the record")));
    }

    [Fact]
    public void Lengths_that_all_lead_to_the_end_of_a_member_do_not_cost_its_square()
    {
        var lying = WarcBytes.Record("x", length: "9223372036854775807");
        byte[] member = WarcBytes.Gzip([.. Enumerable.Repeat(lying, 100_000).SelectMany(r => r)]);
        var watch = Stopwatch.StartNew();

        WarcBytes.Read([.. member, .. WarcBytes.Gzip(Good)])[^1].Should().BeOfType<WarcEntry.Record>();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_damaged_or_torn_member_costs_one_record()
    {
        var member = WarcBytes.Gzip(WarcBytes.Record(WarcBytes.Http(string.Join(' ', Enumerable.Range(0, 500)))));
        var torn = member[..(member.Length / 2)];
        var damaged = member.ToArray();
        damaged[^6] ^= 1;

        foreach (var broken in new[] { torn, damaged, [0x1f, 0x8b, 0x08, 1, 2, 3], Encoding.ASCII.GetBytes("no gzip at all") })
        {
            var entries = WarcBytes.Read([.. member, .. broken, .. member]);

            WarcBytes.Responses(entries.Where(e => e.Offset == 0 || e.Offset == member.Length + broken.Length)).Should().HaveCount(2);
            entries.OfType<WarcEntry.Broken>().Should().ContainSingle().Which.Offset.Should().Be(member.Length);
        }
    }

    [Fact]
    public void A_member_of_nothing_with_a_bad_trailer_does_not_lead_back()
    {
        byte[] empty = [0x1f, 0x8b, 0x08, 0, 1, 1, 1, 1, 0, 3, 3, 0, 9, 9, 9, 9, 9, 9, 9, 9];
        byte[] file = [.. new byte[16], .. empty, .. WarcBytes.Gzip(Good)];

        var entries = WarcBytes.Read([.. WarcBytes.Gzip(Good), .. file]);

        WarcBytes.Responses(entries).Should().HaveCount(2);
    }

    [Fact]
    public void A_block_above_the_cap_is_left_out_without_losing_the_way()
    {
        byte[] file = [.. WarcBytes.Record(WarcBytes.Http(new string('a', 5000))), .. Good];

        var entries = WarcBytes.Read(file, new WarcLimits { BlockBytes = 1000 });

        entries.Should().HaveCount(2);
        entries[0].Should().BeOfType<WarcEntry.Broken>().Which.Reason.Should().Contain("larger than 1000");
    }

    [Fact]
    public async Task No_bytes_break_it()
    {
        byte[] plain = [.. Good, .. WarcBytes.Record(WarcBytes.Http("4\r\nabcd\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")), .. Good];
        byte[] packed = [.. WarcBytes.Gzip(plain), .. WarcBytes.Gzip(Good)];
        var random = new Random(7);
        for (var round = 0; round < 1500; round++)
        {
            var file = (round % 2 == 0 ? plain : packed).ToArray();
            for (var change = random.Next(1, 8); change > 0; change--)
            {
                var at = random.Next(file.Length);
                switch (random.Next(3))
                {
                    case 0: file[at] = (byte)random.Next(256); break;
                    case 1: file = file[..at]; break;
                    default: file = [.. file[..at], .. file[random.Next(file.Length)..]]; break;
                }

                if (file.Length == 0)
                {
                    break;
                }
            }

            foreach (var record in WarcBytes.Responses(WarcBytes.Read(file)))
            {
                try
                {
                    await ResponseRecord.ReadAsync(record, new WarcLimits(), CancellationToken.None);
                }
                catch (InvalidDataException)
                {
                    // The one way in which a record may fail.
                }
            }
        }
    }
}
