using System.Diagnostics;
using System.Globalization;
using Scraper.Storage.Sql;

namespace Scraper.Benchmarks.Storage;

/// <summary>Bytes a page in the archive, plain and as a difference from a page of the same site.</summary>
internal static class ArchiveBench
{
    private const int MinPages = 3;

    /// <param name="sites">The pages of each site, in the order they were fetched.</param>
    public static void Run(IEnumerable<IGrouping<string, byte[]>> sites)
    {
        var groups = sites.Select(g => (Site: g.Key, Pages: g.ToList())).Where(g => g.Pages.Count >= MinPages).ToList();
        var (pages, raw, plain, mixed) = (0, 0L, 0L, 0L);
        var (plainClock, deltaClock) = (new Stopwatch(), new Stopwatch());
        Console.WriteLine("site  pages  bytes/page  brotli  near copy  saved");
        foreach (var (site, bodies) in groups)
        {
            var (siteRaw, sitePlain, siteMixed) = (0L, 0L, 0L);
            byte[]? basis = null;
            foreach (var body in bodies)
            {
                plainClock.Start();
                var packed = PageCodec.Pack(body).Length;
                plainClock.Stop();
                deltaClock.Start();
                var near = basis is null ? null : PageCodec.PackNear(body, basis);
                var mixedLength = near?.Length ?? PageCodec.Pack(body).Length;
                deltaClock.Stop();
                basis = near is null ? body : basis;
                (siteRaw, sitePlain, siteMixed) = (siteRaw + body.Length, sitePlain + packed, siteMixed + mixedLength);
            }

            Line(site, bodies.Count, siteRaw, sitePlain, siteMixed);
            (pages, raw, plain, mixed) = (pages + bodies.Count, raw + siteRaw, plain + sitePlain, mixed + siteMixed);
        }

        Line("all", pages, raw, plain, mixed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plainClock.Elapsed.TotalMilliseconds / pages:0.00} ms a page for brotli, {deltaClock.Elapsed.TotalMilliseconds / pages:0.00} ms with the difference"));
    }

    private static void Line(string site, int pages, long raw, long plain, long mixed) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{site}  {pages}  {raw / pages}  {plain / pages}  {mixed / pages}  {1 - ((double)mixed / plain):P0}"));
}
