using System.Text;

namespace Scraper.Storage.Sqlite;

/// <summary>Numbers as <c>json_each</c> reads them.</summary>
internal static class JsonNumbers
{
    public static string Of(IEnumerable<long> numbers)
    {
        var json = new StringBuilder("[");
        foreach (var number in numbers)
        {
            json.Append(json.Length > 1 ? "," : string.Empty).Append(number);
        }

        return json.Append(']').ToString();
    }
}
