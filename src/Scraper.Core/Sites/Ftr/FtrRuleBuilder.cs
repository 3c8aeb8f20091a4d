using Scraper.Core.Labelling;

namespace Scraper.Core.Sites;

/// <summary>Puts the directives of one file together.</summary>
internal sealed class FtrRuleBuilder(string path, SiteProblems problems)
{
    private readonly Dictionary<SiteField, List<Selector>> _select = [];
    private readonly List<(Selector, Label)> _strip = [];
    private readonly List<Selector> _unwrap = [];
    private readonly List<Selector> _reject = [];
    private readonly List<Selector> _nextPage = [];
    private readonly List<Selector> _singlePage = [];
    private readonly List<SiteRewrite> _rewrites = [];
    private readonly List<SiteTest> _tests = [];
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _cookies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<FtrLine> _finds = [];
    private List<Selector>? _lastLink;
    private string? _userAgent;
    private bool _fallsThrough = true;

    /// <summary>Adds a directive that is carried over.</summary>
    public void Add(FtrLine line)
    {
        if (line.Value.Length == 0 && line.Name is not ("replace_string" or "find_string"))
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, "nothing stands after the colon; left out");
            return;
        }

        switch (line.Name)
        {
            case "title" or "body" or "author" or "date":
                Put(_select.TryGetValue(SiteVocabulary.Fields[line.Name], out var list) ? list : _select[SiteVocabulary.Fields[line.Name]] = [], line);
                break;
            case "strip":
                if (XPath(line, line.Value) is { } stripped)
                {
                    _strip.Add((stripped, Label.Other));
                }

                break;
            case "strip_id_or_class":
                AddStripByName(line);
                break;
            case "dissolve":
                Put(_unwrap, line);
                break;
            case "native_ad_clue":
                Put(_reject, line);
                break;
            case "next_page_link":
                Put(_lastLink = _nextPage, line);
                break;
            case "single_page_link":
                Put(_lastLink = _singlePage, line);
                break;
            case "if_page_contains":
                AddCondition(line);
                break;
            case "find_string":
                _finds.Enqueue(line);
                break;
            case "replace_string":
                AddRewrite(line);
                break;
            case "http_header":
                AddHeader(line);
                break;
            case "test_url":
                _tests.Add(new SiteTest(line.Value, [], line.Line));
                break;
            case "test_contains":
                AddTestText(line);
                break;
            case "autodetect_on_failure":
                _fallsThrough = !line.Value.Equals("no", StringComparison.OrdinalIgnoreCase);
                break;
        }
    }

    /// <summary>The rule so far.</summary>
    public SiteRule Build()
    {
        foreach (var open in _finds)
        {
            problems.Add(SiteProblemSeverity.Warning, open.Line, 1, open.Name, "no replace_string follows; left out");
        }

        var name = Path.GetFileNameWithoutExtension(path);
        var isFamily = name == FtrNames.Global || name.StartsWith(FtrNames.Fingerprint, StringComparison.Ordinal);
        return new SiteRule
        {
            Name = FtrNames.Rule(name),
            Hosts = isFamily || HostText.Normal(name.StartsWith('.') ? "*" + name : name) is not { } host ? [] : [host],
            Fingerprints = FtrNames.Fingerprints(name),
            Fetching = new SiteFetching { UserAgent = _userAgent, Headers = _headers, Cookies = _cookies },
            Rewrites = _rewrites,
            Tests = _tests,
            Layouts =
            [
                new SiteLayout
                {
                    Select = _select.ToDictionary(f => f.Key, f => (IReadOnlyList<Selector>)f.Value),
                    Strip = _strip,
                    Unwrap = _unwrap,
                    Reject = _reject,
                    NextPage = _nextPage,
                    SinglePage = _singlePage,
                },
            ],
            FallsThrough = _fallsThrough,
            Source = path,
        };
    }

    private void Put(List<Selector> list, FtrLine line)
    {
        if (XPath(line, line.Value) is { } selector)
        {
            list.Add(selector);
        }
    }

    private Selector? XPath(FtrLine line, string expression)
    {
        var selector = new Selector(expression, line.Line) { IsXPath = true, Source = path };
        try
        {
            _ = selector.Query;
            return selector;
        }
        catch (FormatException e)
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, $"{e.Message} Left out: {line.Value}");
            return null;
        }
    }

    // Full-Text RSS looks for the value anywhere in class and id, graby for a whole class name. A whole name is the
    // safer reading; a value that cannot be one (it begins or ends with a dash, or holds a space) is looked for anywhere.
    private void AddStripByName(FtrLine line)
    {
        var value = line.Value.Replace("\"", string.Empty, StringComparison.Ordinal).Replace("'", string.Empty, StringComparison.Ordinal);
        var anywhere = value.Length == 0 || value[0] is '-' or '_' || value[^1] is '-' or '_' || value.Any(char.IsWhiteSpace);
        var quoted = value.Replace("\\", "\\\\", StringComparison.Ordinal);
        var test = anywhere ? "*=" : "~=";
        try
        {
            var selector = new Selector($"[class{test}\"{quoted}\"], [id{test}\"{quoted}\"]", line.Line) { Source = path };
            _ = selector.Query;
            _strip.Add((selector, Label.Other));
            problems.Add(SiteProblemSeverity.Note, line.Line, 1, line.Name, anywhere ? "read as part of a class or id" : "read as a whole class name or id");
        }
        catch (FormatException)
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, $"not a class name or id; left out: {line.Value}");
        }
    }

    private void AddCondition(FtrLine line)
    {
        if (_lastLink is not [.., var link])
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, "no single_page_link or next_page_link stands above it; left out");
        }
        else if (XPath(line, Conditional(link, line.Value)) is { } both)
        {
            _lastLink[^1] = both with { Line = link.Line };
        }
    }

    // Nodes get a predicate; a string is cut to nothing where the condition does not hold.
    private static string Conditional(Selector link, string condition) => link.Query is XPathQuery { IsValue: true }
        ? $"substring({link.Expression}, 1, {SelectorQuery.LongestExpression} * boolean({condition}))"
        : $"({link.Expression})[{condition}]";

    private void AddRewrite(FtrLine line)
    {
        var find = line.Argument.Length > 0 ? line.Argument : _finds.TryDequeue(out var first) ? first.Value : null;
        if (string.IsNullOrEmpty(find))
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, "no find_string stands above it; left out");
            return;
        }

        _rewrites.Add(new SiteRewrite(find, line.Value, line.Line));
    }

    private void AddHeader(FtrLine line)
    {
        if (line.Argument.Length == 0)
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, "names no header; write http_header(name): value");
            return;
        }

        if (!HeaderText.IsValue(line.Value))
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, $"{HeaderText.NoValue}; left out");
            return;
        }

        switch (line.Argument.ToLowerInvariant())
        {
            case "user-agent":
                _userAgent = line.Value;
                break;
            case "cookie":
                foreach (var cookie in line.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    var equals = cookie.IndexOf('=', StringComparison.Ordinal);
                    Set(_cookies, equals < 0 ? cookie : cookie[..equals], equals < 0 ? string.Empty : cookie[(equals + 1)..]);
                }

                break;
            case var reserved when SiteHeaders.IsReserved(reserved):
                problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, $"\"{line.Argument}\" is the program's own; left out");
                break;
            default:
                Set(_headers, line.Argument, line.Value);
                break;
        }

        void Set(Dictionary<string, string> pairs, string name, string value)
        {
            if (SiteHeaders.IsName(name))
            {
                pairs[name] = value;
            }
            else
            {
                problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, $"{HeaderText.NoName(name)}; left out");
            }
        }
    }

    private void AddTestText(FtrLine line)
    {
        if (_tests is [.., var test])
        {
            _tests[^1] = test with { Contains = [.. test.Contains, line.Value] };
        }
        else
        {
            problems.Add(SiteProblemSeverity.Warning, line.Line, 1, line.Name, "no test_url stands above it; left out");
        }
    }
}
