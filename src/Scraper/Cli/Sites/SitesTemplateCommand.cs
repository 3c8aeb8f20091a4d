using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Scraper.Core.Templates;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites template</c>: what the program has learnt of a site from its pages.</summary>
internal static class SitesTemplateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var site = new Argument<string>("SITE") { Description = "Name of the site, as 'scraper status' lists it." };
        var json = new Option<bool>("--json") { Description = "One JSON object, for machines." };
        var command = new Command(
            "template",
            """
            Show what stands on many pages of a site: texts that are taken for boilerplate because they stand there again
            and again, and the places where its articles stand. Learnt from each article that is stored.

            Examples:
              scraper sites template iranfocus
              scraper sites template iranfocus --json

            Exit codes: 0 shown, 1 nothing is known of the site yet.
            """)
        {
            site, json, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            var name = parsed.GetRequiredValue(site);
            if (await store.Memory.FindAsync(name, cancellationToken) is not { Template: { } blob } kept)
            {
                await Console.Error.WriteLineAsync($"scraper: {name}: nothing is known of its pages yet");
                return ExitCode.SomeFailed;
            }

            var (memory, template) = TemplateBlob.Read(blob);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(
                    new { site = name, version = template?.Version, pages = memory.Pages.Count, learnt = memory.Learnt, bytes = blob.Length, kept.SavedAt, texts = Texts(template), paths = Paths(template) }, Json));
            }
            else
            {
                Print(name, memory, template, blob.Length);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static IEnumerable<object> Texts(SiteTemplate? template) =>
        template?.Texts.Values.OrderByDescending(t => t.Pages).ThenBy(t => t.Excerpt, StringComparer.Ordinal).Select(t => new { t.Pages, t.AsText, path = template.Paths.GetValueOrDefault(t.Path)?.Name, t.Length, t.Excerpt }) ?? [];

    private static IEnumerable<TemplatePath> Paths(SiteTemplate? template) =>
        template?.Paths.Values.OrderByDescending(p => p.HoldsBodies).ThenByDescending(p => p.Blocks * (long)p.Length) ?? Enumerable.Empty<TemplatePath>();

    private static void Print(string site, TemplateMemory memory, SiteTemplate? template, int bytes)
    {
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{site}: {memory.Pages.Count} pages known of {memory.Learnt} learnt, {bytes} bytes; in force: {template?.Version ?? "nothing yet"}{(template is null ? string.Empty : $" from {template.Pages} pages")}"));
        if (template is null)
        {
            return;
        }

        var texts = new TextTable("pages", "as text", "text");
        foreach (var text in template.Texts.Values.OrderByDescending(t => t.Pages).ThenBy(t => t.Excerpt, StringComparer.Ordinal).Take(50))
        {
            texts.Add(text.Pages.ToString(CultureInfo.InvariantCulture), text.AsText.ToString(CultureInfo.InvariantCulture), text.Excerpt.ReplaceLineEndings(" "));
        }

        texts.Write(Console.Out);
        var paths = new TextTable("pages", "blocks", "texts", "as text", "length", "path");
        foreach (var path in Paths(template).Take(30))
        {
            string[] row = [.. new[] { path.Pages, path.Blocks, path.Texts, path.AsText, path.Length }.Select(n => n.ToString(CultureInfo.InvariantCulture)), path.Name + (path.HoldsBodies ? "  (bodies)" : string.Empty)];
            paths.Add(row);
        }

        paths.Write(Console.Out);
    }
}
