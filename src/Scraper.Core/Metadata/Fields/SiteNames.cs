namespace Scraper.Core.Metadata;

/// <summary>The names under which the page's own site may stand in a title or byline.</summary>
internal sealed class SiteNames
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _squeezed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _owners = new(StringComparer.OrdinalIgnoreCase);

    private SiteNames()
    {
    }

    /// <summary>The name to show, or <see langword="null"/>.</summary>
    public string? Best { get; private init; }

    public static SiteNames Of(PageEvidence evidence, ArticleData data, Uri? url)
    {
        var publisher = data.Text("publisher") ?? (data.Page is { } page ? data.Graph.Text(page, "publisher") : null);
        var site = data.Graph.Nodes.Where(n => JsonLdGraph.Types(n).Any(t => t is "WebSite" or "Organization" or "NewsMediaOrganization")).ToList();
        // An agency that is declared as author is another organisation than the site.
        var authors = data.Article is { } article ? data.Graph.Values(article, "author").Select(JsonLdGraph.Plain).OfType<string>().ToHashSet(StringComparer.Ordinal) : [];
        var named = site.Select(n => data.Graph.Text(n, "name")).OfType<string>().Where(n => !authors.Contains(n)).ToList();
        var alternate = site.SelectMany(n => data.Graph.Texts(n, "alternateName"));
        var first = evidence.Meta("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "twitter:app:name:iphone", "publisher");
        publisher = publisher?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? null : publisher;
        var names = new SiteNames { Best = first is { Length: < 100 } && !first.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? first : publisher ?? named.FirstOrDefault() };
        foreach (var name in named.Concat(alternate).Append(publisher).Append(first).Append(evidence.Meta("application-name")).Append(evidence.Meta("apple-mobile-web-app-title")).OfType<string>())
        {
            names.Add(name);
        }

        // WordPress calls whoever keeps a site of their own its publisher, and both a person and an organization.
        foreach (var owner in data.Article is { } own ? data.Graph.Values(own, "publisher").Where(p => JsonLdGraph.Types(p).Contains("Person")).Select(JsonLdGraph.Plain).OfType<string>() : [])
        {
            names._owners.Add(owner);
        }

        // What the title has more than the declared headline, before or behind it, is the site's name.
        // (An og:title that is shorter than that is itself the site's name.)
        if (evidence.Meta("og:title") is { Length: > 5 } headline && evidence.TitleElement is { } title && title.Length > headline.Length + 3 && title.Length < (2 * headline.Length) + 12)
        {
            if (title.EndsWith(headline, StringComparison.Ordinal))
            {
                names.Add(title[..^headline.Length]);
            }
            else if (title.StartsWith(headline, StringComparison.Ordinal) && title[headline.Length..].TrimStart() is ['|' or '-' or '–' or '—' or '»' or '·' or ':', ..])
            {
                names.Add(title[headline.Length..]);
            }
        }

        if (url is { IsAbsoluteUri: true })
        {
            var host = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
            names.Add(host);
            var labels = host.Split('.');
            foreach (var label in labels[..^1].Where(l => l.Length > 1 && l is not ("com" or "org" or "gov" or "edu" or "blog" or "news" or "co" or "ac" or "or" or "ne" or "go" or "gv" or "in" or "my" or "en")))
            {
                names.Add(label);
            }
        }

        return names;
    }

    /// <summary>Whether a text is the site's name, spaces and marks aside.</summary>
    public bool Contains(string text)
    {
        var key = WordOverlap.Key(text);
        return key.Length > 0 && (_keys.Contains(key) || _squeezed.Contains(Squeeze(key)));
    }

    /// <summary>Whether a text is the name of the person whose site it is.</summary>
    public bool IsOwner(string text) => _owners.Contains(text);

    /// <summary>Whether a text begins with the site's name ("UC Davis Children's Hospital" at ucdavis.edu).</summary>
    public bool Opens(string text)
    {
        var squeezed = Squeeze(WordOverlap.Key(text));
        return text.Length < 50 && _squeezed.Any(s => s.Length > 5 && squeezed.StartsWith(s, StringComparison.Ordinal));
    }

    /// <summary>Whether a text is the site's name with a word or two more ("The X Blog").</summary>
    public bool Resembles(string text)
    {
        var squeezed = Squeeze(WordOverlap.Key(text));
        return squeezed.Length > 0 && _squeezed.Any(s => s.Length > 3 && (squeezed.Contains(s, StringComparison.Ordinal) || (squeezed.Length > (TextTokens.IsHan(squeezed[0]) ? 1 : 3) && s.Contains(squeezed, StringComparison.Ordinal))) && Math.Abs(squeezed.Length - s.Length) <= Math.Max(10, s.Length));
    }

    private void Add(string name)
    {
        var key = WordOverlap.Key(name);
        if (key.Length is > 1 and < 100)
        {
            _keys.Add(key);
            _squeezed.Add(Squeeze(key));
        }
    }

    private static string Squeeze(string key)
    {
        var squeezed = key.Replace(" ", string.Empty, StringComparison.Ordinal);
        return squeezed.StartsWith("the", StringComparison.Ordinal) && squeezed.Length > 6 ? squeezed[3..] : squeezed;
    }
}
