namespace Scraper.Core.Fingerprints;

/// <summary>Reads the files of credit phrases and outlets (format: <c>Credits/README.md</c>).</summary>
internal static class CreditFile
{
    private const string Name = "{name}";

    /// <exception cref="FormatException">A line is not of that form; the message names file and line.</exception>
    public static CreditReader Read(IEnumerable<(string File, TextReader Text)> files)
    {
        var phrases = new List<CreditPhrase>();
        var outlets = new List<(string, string[])>();
        var leading = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, text) in files)
        {
            using (text)
            {
                var section = string.Empty;
                var number = 0;
                while (text.ReadLine()?.Trim() is { } line)
                {
                    number++;
                    if (line.Length == 0 || line[0] == ';')
                    {
                        continue;
                    }

                    if (line[0] == '[')
                    {
                        section = line.Trim('[', ']');
                        continue;
                    }

                    switch (section)
                    {
                        case "phrases":
                            phrases.Add(Phrase(line) ?? throw Wrong(file, number, "a phrase begins or ends with {name}"));
                            break;
                        case "leading":
                            leading.UnionWith(Split(line));
                            break;
                        case "outlets":
                            outlets.AddRange(Outlet(line) ?? throw Wrong(file, number, "an outlet is 'Name = form, form'"));
                            break;
                        default:
                            throw Wrong(file, number, "a line stands outside [phrases], [leading] and [outlets]");
                    }
                }
            }
        }

        return new CreditReader(phrases, new Outlets(outlets, leading));
    }

    private static CreditPhrase? Phrase(string line) =>
        line.StartsWith(Name, StringComparison.Ordinal) ? new CreditPhrase(Split(line[Name.Length..]), NameFirst: true)
        : line.EndsWith(Name, StringComparison.Ordinal) ? new CreditPhrase(Split(line[..^Name.Length]), NameFirst: false)
        : null;

    private static IEnumerable<(string, string[])>? Outlet(string line) =>
        line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var forms]
            ? forms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(f => (name, Split(f)))
            : null;

    private static string[] Split(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w == CreditPhrase.Gap ? w : CreditWord.Of(w).Folded).ToArray();

    private static FormatException Wrong(string file, int line, string what) => new($"credits {file}, line {line}: {what}");
}
