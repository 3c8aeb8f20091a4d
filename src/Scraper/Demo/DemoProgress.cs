using System.Collections.Concurrent;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Storage;
using Spectre.Console;

namespace Scraper.Demo;

/// <summary>Tells on standard error what the demo's daemon does, and knows when it is done.</summary>
internal sealed class DemoProgress(ScheduledSites scheduled) : IVisitObserver
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
    });

    private readonly bool _isPiped = Console.IsErrorRedirected;

    private readonly ConcurrentDictionary<string, SiteVisit?> _visits = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();

    /// <summary>The sites that are visited.</summary>
    public IReadOnlyList<SiteRule> Sites { get; } = scheduled.All;

    /// <summary>Done when every site was visited once.</summary>
    public Task Finished => _finished.Task;

    /// <summary>Whether every visit succeeded.</summary>
    public bool IsGood => Sites.Count > 0 && Sites.All(s => Visit(s)?.Outcome == SiteRunOutcome.Succeeded);

    /// <summary>The visit of a site, or <see langword="null"/> where it failed.</summary>
    public SiteVisit? Visit(SiteRule site) => _visits.GetValueOrDefault(site.Name);

    public void Began(SiteRule site) => Say("grey", site.Name, "visiting");

    public void Page(PageResult page)
    {
        if (page.Outcome.Kind == PageOutcomeKind.Gone)
        {
            return; // The fixture sites' side columns point to pages that nobody saved.
        }

        var colour = page.Outcome.Kind is PageOutcomeKind.Failed or PageOutcomeKind.Empty or PageOutcomeKind.Worse ? "red" : "green";
        Say(colour, page.Site, $"{page.Outcome}: {(page.Article?.Title is { Length: > 0 } title ? title : page.Url)}");
    }

    public void Ended(SiteRule site, SiteVisit visit)
    {
        foreach (var error in visit.SourceErrors)
        {
            Say("red", site.Name, error);
        }

        Say("blue", site.Name, visit.ToString());
        Note(site, visit);
    }

    public void CutOff(SiteRule site) => Say("yellow", site.Name, "cut off");

    public void Held(SiteRule site) => Say("yellow", site.Name, "held by another node");

    public void TurnOver(SiteRule site, StoreException refusal) => Failed(site, refusal);

    public void Failed(SiteRule site, Exception failure)
    {
        Say("red", site.Name, failure.Message);
        Note(site, null);
    }

    private void Note(SiteRule site, SiteVisit? visit)
    {
        _visits.TryAdd(site.Name, visit);
        if (_visits.Count >= Sites.Count)
        {
            _finished.TrySetResult();
        }
    }

    private void Say(string colour, string site, string what)
    {
        var line = what.ReplaceLineEndings(" ");
        lock (_lock)
        {
            if (_isPiped)
            {
                Console.Error.WriteLine($"{site,-22} {line}");
                return;
            }

            _console.Write(new Text($"{site,-22} ", new Style(Color.Grey)));
            _console.Write(new Text(line, Style.Parse(colour)).Overflow(Overflow.Ellipsis));
            _console.WriteLine();
        }
    }
}
