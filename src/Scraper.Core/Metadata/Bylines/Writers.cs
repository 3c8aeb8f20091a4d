namespace Scraper.Core.Metadata;

/// <summary>Leaves agencies and outlets out of a list of authors that has a person too.</summary>
internal static class Writers
{
    /// <summary>The persons and whoever is no agency or outlet beside them; all names where there is no person.</summary>
    /// <param name="names">Names of authors.</param>
    /// <param name="person">Tells persons.</param>
    public static List<string> Among(List<string> names, PersonName person) =>
        names.Count > 1 && names.Exists(n => person.IsPersonal(n) && !IsOutlet(n)) ? names.FindAll(n => !IsOutlet(n)) : names;

    private static bool IsOutlet(string name) =>
        NewsAgencies.Contains(name) || PersonName.IsAcronym(name) || (name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first && OutletWords.Contains(name[..first]));
}
