using System.Collections;
using System.Globalization;
using System.Reflection;
using Scraper.Core.Sites;

namespace Scraper.Hosting;

/// <summary>Lists every setting that is in force with where it comes from; secrets are masked.</summary>
internal static class SettingsSurvey
{
    private const string Mask = "********";

    /// <summary>All settings, in the order of the option records.</summary>
    public static IReadOnlyList<EffectiveSetting> Of(ScraperOptions options, SettingsLayers layers) => [.. Section(options, string.Empty, layers)];

    /// <summary>Keys of all secrets.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [.. SecretsOf(typeof(ScraperOptions), string.Empty)];

    /// <summary>Whether a property is a section of settings, not a value.</summary>
    public static bool IsSection(Type type) => type.Assembly == typeof(ScraperOptions).Assembly && type.IsClass;

    private static IEnumerable<EffectiveSetting> Section(object options, string path, SettingsLayers layers)
    {
        foreach (var property in Settable(options.GetType()))
        {
            var (key, value) = (path + property.Name, property.GetValue(options));
            if (value is not null && IsSection(property.PropertyType))
            {
                foreach (var inner in Section(value, key + ":", layers))
                {
                    yield return inner;
                }
            }
            else
            {
                var isSecret = property.GetCustomAttribute<SecretAttribute>() is not null;
                var text = Text(value);
                yield return new EffectiveSetting(key, isSecret && text.Length > 0 ? Mask : text, Origin(key, isSecret, layers), isSecret);
            }
        }
    }

    private static string Origin(string key, bool isSecret, SettingsLayers layers) =>
        isSecret && layers.Of(key + OptionsBinder.FileSuffix) is not null ? layers.Origin(key + OptionsBinder.FileSuffix) : layers.Origin(key);

    private static IEnumerable<string> SecretsOf(Type type, string path) => Settable(type).SelectMany(p =>
        IsSection(p.PropertyType) ? SecretsOf(p.PropertyType, path + p.Name + ":")
        : p.GetCustomAttribute<SecretAttribute>() is not null ? [path + p.Name]
        : Enumerable.Empty<string>());

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        TimeSpan time => DurationText.Format(time),
        bool truth => truth ? "true" : "false",
        IReadOnlyDictionary<string, string> map => string.Join(", ", map.Select(e => $"{e.Key}={e.Value}")),
        IEnumerable list => string.Join(", ", list.Cast<object?>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
