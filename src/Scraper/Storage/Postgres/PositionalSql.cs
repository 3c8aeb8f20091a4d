using System.Text.RegularExpressions;

namespace Scraper.Storage.Postgres;

/// <summary>A statement whose parameters are called <c>$name</c>, as PostgreSQL wants it: <c>$1</c>, <c>$2</c> …</summary>
/// <param name="Text">The statement.</param>
/// <param name="Order">Which of the given parameters each is.</param>
internal sealed partial record PositionalSql(string Text, IReadOnlyList<int> Order)
{
    public static PositionalSql Of(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var names = new string[parameters.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = parameters[i].Name;
        }

        var order = new List<int>();
        var text = Parameter().Replace(sql, found =>
        {
            var given = Array.IndexOf(names, found.Value);
            if (given < 0)
            {
                throw new InvalidOperationException($"{found.Value} has no value in: {sql}");
            }

            if (!order.Contains(given))
            {
                order.Add(given);
            }

            return $"${order.IndexOf(given) + 1}";
        });
        return new PositionalSql(text, order);
    }

    [GeneratedRegex(@"\$[a-z_][A-Za-z_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
