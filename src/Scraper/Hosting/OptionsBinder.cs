using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Scraper.Core.Sites;

namespace Scraper.Hosting;

/// <summary>
/// Fills option records from configuration and collects everything that does not fit, with where it stands. The
/// framework's own binder stops at the first problem, cannot say where a key came from and splits keys at colons, as
/// in <c>ConnectTo: { "example.com:80": … }</c>.
/// </summary>
internal sealed class OptionsBinder(IConfigurationRoot root)
{
    private readonly List<string> _problems = [];

    /// <summary>One line each: file or variable, key, what is wrong.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public object Bind(IConfiguration section, Type type)
    {
        var options = Activator.CreateInstance(type)!;
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
            {
                _problems.Add($"{Where(child.Path)}: {child.Path}: unknown key; {NearName.Hint(child.Key, known.Keys)}");
            }
            else if (Value(child, property.PropertyType) is { } value)
            {
                property.SetValue(options, value);
            }
        }

        return options;
    }

    private object? Value(IConfigurationSection section, Type type)
    {
        if (type == typeof(IReadOnlyList<string>))
        {
            // An empty list is written as an empty value; a variable or a flag may give a single entry.
            var entries = section.GetChildren().Select(c => c.Value ?? string.Empty).ToArray();
            return entries.Length > 0 || section.Value is not { Length: > 0 } single ? entries : [single];
        }

        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return Leaves(section).ToDictionary(l => l.Path[(section.Path.Length + 1)..], l => l.Value!, StringComparer.OrdinalIgnoreCase);
        }

        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.Assembly == typeof(OptionsBinder).Assembly && target.IsClass)
        {
            if (section.Value is not { Length: > 0 })
            {
                return Bind(section, target);
            }

            _problems.Add($"{Where(section.Path)}: {section.Path}: is a section, not a value");
            return null;
        }

        return section.Value is { Length: > 0 } text ? Convert(section.Path, text, target) : null;
    }

    private object? Convert(string path, string text, Type target)
    {
        if (target == typeof(string))
        {
            return text;
        }

        if (target == typeof(TimeSpan))
        {
            return DurationText.Parse(text) ?? Refuse(path, text, "a duration such as 500ms, 30s, 10m, 1h30m, 2d");
        }

        if (target == typeof(Uri))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : Refuse(path, text, "an absolute URL");
        }

        if (target.IsEnum)
        {
            return Enum.TryParse(target, text, ignoreCase: true, out var value) && Enum.IsDefined(target, value) && !char.IsAsciiDigit(text[0])
                ? value
                : Refuse(path, text, $"one of {string.Join(", ", Enum.GetNames(target))}");
        }

        try
        {
            return TypeDescriptor.GetConverter(target).ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception unfit) when (unfit is ArgumentException or FormatException or NotSupportedException)
        {
            return Refuse(path, text, target == typeof(bool) ? "true or false" : "a whole number");
        }
    }

    private object? Refuse(string path, string text, string expected)
    {
        _problems.Add($"{Where(path)}: {path}: \"{text}\" is not {expected}");
        return null;
    }

    /// <summary>The layer that has the last word on a key: a file, a variable or a flag.</summary>
    private string Where(string path) => root.Providers.Reverse().FirstOrDefault(p => Holds(p, path)) switch
    {
        FileConfigurationProvider file => Path.GetFileName(file.Source.Path) ?? "a file",
        IConfigurationProvider provider when provider.GetType().Name.StartsWith("Environment", StringComparison.Ordinal) =>
            $"environment variable {ConfigurationReader.EnvironmentPrefix}{path.Replace(":", "__", StringComparison.Ordinal)}",
        _ => "command line",
    };

    private static bool Holds(IConfigurationProvider provider, string path) =>
        provider.TryGet(path, out _) || provider.GetChildKeys([], path).Any();

    private static IEnumerable<IConfigurationSection> Leaves(IConfigurationSection section) =>
        section.GetChildren().SelectMany(c => c.Value is not null ? [c] : Leaves(c));
}
