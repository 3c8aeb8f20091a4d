using System.Security.Cryptography;
using System.Text;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>Two halves of the benchmark that share no host: one to look at while mending, one to check by.</summary>
internal static class HostHalf
{
    /// <summary>0 or 1 for a host, the same on every run.</summary>
    public static int Of(string host) => SHA256.HashData(Encoding.UTF8.GetBytes(host))[0] & 1;
}
