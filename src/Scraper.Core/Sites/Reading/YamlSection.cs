using System.Globalization;
using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>
/// A mapping of a rule file read against the vocabulary. Keys that it does not know, and keys given twice, are
/// reported when it is made; each reader method reports a value of the wrong shape and goes on.
/// </summary>
internal sealed class YamlSection
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<SiteKey> _keys;

    public YamlSection(YamlMap map, string path, IReadOnlyList<SiteKey> keys, SiteProblems problems)
    {
        (Map, Path, _keys, Problems) = (map, path, keys, problems);
        string[] known = [.. keys.Select(k => k.Name)];
        foreach (var (key, value) in map.Entries)
        {
            if (!known.Contains(key.Value))
            {
                problems.Error(key, KeyPath(key.Value), "unknown key; " + NearName.Hint(key.Value, known));
            }
            else if (!_values.TryAdd(key.Value, value))
            {
                problems.Error(key, KeyPath(key.Value), "given twice; keep one");
            }
            else if (value is YamlText { IsNothing: true } && keys.First(k => k.Name == key.Value) is { MayBeEmpty: false })
            {
                // To YAML all that follows a # is a comment.
                problems.Error(key, KeyPath(key.Value), "has no value (a selector that begins with # needs quotes); give one or leave the key out");
            }
        }
    }

    public YamlMap Map { get; }

    /// <summary>Dotted path of the section, empty for the root.</summary>
    public string Path { get; }

    public SiteProblems Problems { get; }

    public bool Has(string key) => _values.ContainsKey(key);

    public string KeyPath(string key) => Path.Length == 0 ? key : Path + "." + key;

    /// <summary>The value of a key; <see langword="null"/> where it is not given or nothing is written there.</summary>
    public YamlNode? Node(string key) => _values.TryGetValue(key, out var node) && node is not YamlText { IsNothing: true } ? node : null;

    public string? Text(string key) => Node(key) is { } node ? Problems.Text(node, KeyPath(key)) : null;

    public IReadOnlyList<string> Texts(string key) => [.. TextNodes(key).Select(n => n.Value)];

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<YamlText> TextNodes(string key) => [.. Items(key).Select(n => Problems.TextNode(n, KeyPath(key))).OfType<YamlText>()];

    /// <summary>The items of a list; a value that is no list counts as its one item.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlList list => list.Items,
        var one => [one],
    };

    public IReadOnlyList<KeyValuePair<YamlText, YamlText>> Pairs(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlMap map:
                return [.. map.Entries.Select(e => (e.Key, Value: Problems.TextNode(e.Value, KeyPath(key)))).Where(e => e.Value is not null).Select(e => KeyValuePair.Create(e.Key, e.Value!))];
            case var other:
                Problems.Error(other, KeyPath(key), "must be a mapping, a line \"key: value\" each");
                return [];
        }
    }

    public bool Flag(string key) => Parsed<bool>(key, t => t is "true" or "yes" ? true : t is "false" or "no" ? false : null, "true or false") ?? false;

    public int? Number(string key, int least, int most) => Parsed<int>(
        key, t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null, $"a number from {least} to {most}");

    public DateOnly? Date(string key) => Parsed<DateOnly>(
        key, t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null, "a day such as 2024-05-31");

    public TimeSpan? Duration(string key) => Parsed(key, DurationText.Parse, "a duration such as 30s, 10m, 1h30m, 1d");

    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (choices.TryGetValue(text, out var value))
        {
            return value;
        }

        Problems.Error(Node(key)!, KeyPath(key), $"\"{text}\" is not known; " + NearName.Hint(text, [.. choices.Keys]));
        return null;
    }

    public YamlSection? Section(string key) => Node(key) is { } node ? Section(node, key) : null;

    public IEnumerable<YamlSection> Sections(string key) => Items(key).Select(n => Section(n, key)).OfType<YamlSection>();

    private YamlSection? Section(YamlNode node, string key)
    {
        if (node is YamlMap map)
        {
            return new YamlSection(map, KeyPath(key), _keys.First(k => k.Name == key).Section!, Problems);
        }

        Problems.Error(node, KeyPath(key), "must be a mapping, a line \"key: value\" each");
        return null;
    }

    private T? Parsed<T>(string key, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        Problems.Error(Node(key)!, KeyPath(key), $"\"{text}\" is not {expected}");
        return null;
    }
}
