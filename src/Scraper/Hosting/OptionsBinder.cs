using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Scraper.Core;
using Scraper.Core.Sites;

namespace Scraper.Hosting;

/// <summary>
/// Fills option records from configuration and collects everything that does not fit, with where it stands. The
/// framework's own binder stops at the first problem, cannot say where a key came from and splits keys at colons, as
/// in <c>ConnectTo: { "example.com:80": … }</c>.
/// </summary>
internal sealed class OptionsBinder(SettingsLayers layers)
{
    /// <summary>What the key of a file with a secret ends with.</summary>
    public const string FileSuffix = "File";

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
                if (SecretOf(child.Key, known) is { } secret)
                {
                    ReadSecret(child, secret, options);
                    continue;
                }

                _problems.Add($"{layers.Where(child.Path)}: {child.Path}: unknown key; {NearName.Hint(child.Key, known.Keys)}");
            }
            else if (Value(child, property.PropertyType) is { } value)
            {
                property.SetValue(options, value);
            }
        }

        return options;
    }

    private static PropertyInfo? SecretOf(string key, Dictionary<string, PropertyInfo> known) =>
        key.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase)
        && known.TryGetValue(key[..^FileSuffix.Length], out var property)
        && property.GetCustomAttribute<SecretAttribute>() is not null ? property : null;

    private void ReadSecret(IConfigurationSection section, PropertyInfo property, object options)
    {
        var direct = section.Path[..^FileSuffix.Length];
        if (Single(section) is not { } path)
        {
            return;
        }

        if (layers.Says(direct))
        {
            _problems.Add($"{layers.Where(section.Path)}: {section.Path}: {direct} is said as well, by {layers.Where(direct)}; leave one of them out, or empty");
            return;
        }

        try
        {
            if (Convert(direct, SecretFile.Read(path), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } value)
            {
                property.SetValue(options, value);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _problems.Add($"{layers.Where(section.Path)}: {section.Path}: cannot be read: {unreadable.Message}");
        }
    }

    private object? Value(IConfigurationSection section, Type type)
    {
        if (type == typeof(IReadOnlyList<string>))
        {
            return section.GetChildren().All(IsSingle) ? layers.List(section.Path) : null;
        }

        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return Leaves(section).ToDictionary(l => l.Path[(section.Path.Length + 1)..], l => l.Value!, StringComparer.OrdinalIgnoreCase);
        }

        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (SettingsSurvey.IsSection(target))
        {
            if (section.Value is not { Length: > 0 })
            {
                return Bind(section, target);
            }

            _problems.Add($"{layers.Where(section.Path)}: {section.Path}: is a section, not a value");
            return null;
        }

        return Single(section) is { } text ? Convert(section.Path, text, target) : null;
    }

    /// <summary>A value that is not empty, of a key that takes one.</summary>
    private string? Single(IConfigurationSection section) => IsSingle(section) && section.Value is { Length: > 0 } text ? text : null;

    private bool IsSingle(IConfigurationSection section)
    {
        // What stands below it is not named: it may be the secret itself.
        if (section.GetChildren().FirstOrDefault() is not { } below)
        {
            return true;
        }

        _problems.Add($"{layers.Where(below.Path)}: {section.Path}: takes one value, not a list or a section");
        return false;
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
            return UrlText.TryRead(text, out var url) ? url : Refuse(path, text, "an absolute URL");
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
        var said = SettingsSurvey.Secrets.Contains(path, StringComparer.OrdinalIgnoreCase) ? "the secret" : $"\"{text}\"";
        _problems.Add($"{layers.Where(path)}: {path}: {said} is not {expected}");
        return null;
    }

    private static IEnumerable<IConfigurationSection> Leaves(IConfigurationSection section) =>
        section.GetChildren().SelectMany(c => c.Value is not null ? [c] : Leaves(c));
}
