using System.Globalization;
using System.Text;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>The words of an article as a <c>tsvector</c>: those of the title with weight A, then those of the body.</summary>
internal static class SearchVector
{
    /// <summary>Positions a word that are kept, and the last position there is; of PostgreSQL.</summary>
    private const int MaxPositionsAWord = 255;
    private const int LastPosition = 16_383;

    /// <summary>Bytes of a vector; PostgreSQL takes 1 MiB.</summary>
    private const int MaxBytes = 900_000;

    public static string Of(string title, string body)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var (position, bytes) = (0, 0);
        Add(title, "A");
        position++; // no phrase goes from the title into the body
        Add(body, string.Empty);

        var vector = new StringBuilder(bytes * 2);
        foreach (var (word, at) in places)
        {
            // Words are letters and digits, so there is nothing to escape.
            vector.Append('\'').Append(word).Append("':").AppendJoin(',', at).Append(' ');
        }

        return vector.ToString();

        void Add(string text, string weight)
        {
            foreach (var (word, _, _) in SearchWords.Of(text))
            {
                position = Math.Min(position + 1, LastPosition);
                if (!places.TryGetValue(word, out var at))
                {
                    bytes += Encoding.UTF8.GetByteCount(word) + 8;
                    if (word.Length == 0 || bytes > MaxBytes)
                    {
                        continue;
                    }

                    places.Add(word, at = []);
                }

                if (at.Count < MaxPositionsAWord && bytes <= MaxBytes)
                {
                    bytes += 2;
                    at.Add(position.ToString(CultureInfo.InvariantCulture) + weight);
                }
            }
        }
    }
}
