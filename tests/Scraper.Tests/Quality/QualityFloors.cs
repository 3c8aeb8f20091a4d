using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Quality;

/// <summary>What the gate holds to: floors.json beside this file.</summary>
/// <param name="Corpus">SHA-256 of all pages and expected articles; figures of another corpus say nothing.</param>
/// <param name="Generic">Mean F1 of bodies, read without any site rule.</param>
/// <param name="WorstGeneric">The least of them.</param>
/// <param name="Ruled">Mean F1 of bodies, read by the shipped rules.</param>
/// <param name="Parses">Most time of a whole extraction, in parses of the page by AngleSharp.</param>
internal sealed record QualityFloors(string Corpus, double Generic, double WorstGeneric, double Ruled, double Parses)
{
    public static QualityFloors Read() => JsonSerializer.Deserialize<QualityFloors>(
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Scraper.Tests", "Quality", "floors.json")), JsonSerializerOptions.Web)!;

    /// <summary>The digest of the corpus as it is now.</summary>
    public static string Digest()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var page in FixturePage.Hosts.SelectMany(FixturePage.Of))
        {
            sum.AppendData(Encoding.UTF8.GetBytes($"{page.Host}\n{page.Name}\n{page.Url}\n{page.Title}\n{page.Body}\n{page.Html}\n"));
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
