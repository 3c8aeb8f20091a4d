using System.Globalization;

namespace Scraper.Storage.Sql;

/// <summary>The numbered scripts that make an engine's tables, and those of the views.</summary>
/// <param name="engine">Name of the engine's folder.</param>
internal sealed class SchemaScripts(string engine)
{
    private const string Storage = "Scraper.Storage.";

    private readonly string _folder = $"{Storage}{engine}.Schema.";

    /// <summary>Numbers and names, in their order.</summary>
    private (int Version, string Name)[] Numbered =>
        [.. typeof(SchemaScripts).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(_folder, StringComparison.Ordinal) && char.IsAsciiDigit(n[_folder.Length]))
            .Order(StringComparer.Ordinal)
            .Select(n => (int.Parse(n.AsSpan(_folder.Length, 3), CultureInfo.InvariantCulture), n))];

    /// <summary>The version that this program reads and writes: the number of the last script.</summary>
    public int Current => Numbered[^1].Version;

    /// <summary>What brings tables of a version to today's, views last.</summary>
    public IEnumerable<string> After(int version) =>
        [.. Numbered.Where(s => s.Version > version).Select(s => Read(s.Name)), Read($"{Storage}Sql.Schema.views.sql"), Read($"{_folder}views.sql")];

    private static string Read(string name)
    {
        using var stream = typeof(SchemaScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the schema script {name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
