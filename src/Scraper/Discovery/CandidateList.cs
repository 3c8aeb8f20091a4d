using Scraper.Fetching;
using Scraper.Fetching.Addresses;

namespace Scraper.Discovery;

/// <summary>Gathers candidates, each article once, and how each source went.</summary>
internal sealed class CandidateList(UrlPatterns patterns, UrlGate gate)
{
    private const int MaxRefusedShown = 100;

    private readonly List<Candidate> candidates = [];
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> pages = new(StringComparer.Ordinal);
    private readonly List<SourceOutcome> sources = [];

    /// <summary>Adds a source whose URL is no URL.</summary>
    public void Add(string text, SourceKind kind) => sources.Add(new SourceOutcome(
        new Uri("about:invalid"), kind, new FetchResult.Blocked(BlockReason.InvalidUrl, $"'{text}' is not an absolute URL"), 0, 0, "not an absolute URL", false, []));

    /// <summary>Whether no source names articles; one that has not changed does.</summary>
    public bool IsEmpty => sources.TrueForAll(source => source.Found == 0 && source.Result is not FetchResult.NotModified);

    /// <summary>Adds a source and its links.</summary>
    public void Add(Uri source, SourceKind kind, FetchResult result, SourceReading? reading, bool isIndex = false)
    {
        NoteOwn(source, kind, result);
        var refused = new List<string>();
        var kept = 0;
        foreach (var link in reading?.Links ?? [])
        {
            if (gate.Judge(link.Url, out var url) is { } refusal)
            {
                if (refused.Count < MaxRefusedShown)
                {
                    refused.Add($"{Shorten(link.Url)}: {refusal.Message}");
                }
            }
            else if (CanonicalUrl.Of(url!) is var canonical && patterns.Wants(canonical) && !pages.Contains(CanonicalUrl.Key(canonical)))
            {
                kept++;
                Keep(new Candidate(canonical, link.Title, link.PublishedAt, source.AbsoluteUri));
            }
        }

        sources.Add(new SourceOutcome(source, kind, result, reading?.Links.Count ?? 0, kept, reading?.Error, isIndex || (kind == SourceKind.Sitemap && reading?.Further.Count > 0), refused) { Note = reading?.Note });
    }

    /// <summary>What was found. The pages that were read for links and the front pages of their hosts are linked from everywhere, and are no articles.</summary>
    public DiscoveryResult Result() => new([.. candidates.Where(candidate => !pages.Contains(CanonicalUrl.Key(candidate.Url)))], sources);

    private void NoteOwn(Uri source, SourceKind kind, FetchResult result)
    {
        if (gate.Judge(source) is not null)
        {
            return;
        }

        pages.Add(CanonicalUrl.Key(new Uri(source, "/")));
        pages.Add(CanonicalUrl.Key(source));
        if (kind == SourceKind.FrontPage && result is FetchResult.Fetched { Page.FinalUrl: var answered })
        {
            pages.Add(CanonicalUrl.Key(answered));
            pages.Add(CanonicalUrl.Key(new Uri(answered, "/")));
        }
    }

    // What an earlier source left open, a later one may fill in.
    private void Keep(Candidate candidate)
    {
        var key = CanonicalUrl.Key(candidate.Url);
        if (byKey.TryGetValue(key, out var at))
        {
            candidates[at] = candidates[at] with { Title = candidates[at].Title ?? candidate.Title, PublishedAt = candidates[at].PublishedAt ?? candidate.PublishedAt };
        }
        else
        {
            byKey[key] = candidates.Count;
            candidates.Add(candidate);
        }
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
