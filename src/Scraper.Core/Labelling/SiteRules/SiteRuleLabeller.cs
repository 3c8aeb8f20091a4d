using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>
/// Labels blocks by a site's rule. What the rule strips, selects, cuts or tells by its text is certain. What merely
/// stands in the body is body with confidence <see cref="InBody"/>, so that later labellers may still take a repeat
/// out of it, except inside a <c>keep</c>. One labeller is for one page.
/// </summary>
/// <param name="rule">The rule, complete with its families.</param>
/// <param name="day">The page's date, where it is known before it is read: it picks the layout.</param>
public sealed class SiteRuleLabeller(SiteRule rule, DateOnly? day = null) : ILabeller
{
    private readonly TextOpinion? _opinion;

    internal SiteRuleLabeller(SiteRule rule, DateOnly? day, TextOpinion? opinion)
        : this(rule, day) => _opinion = opinion;

    /// <summary>Confidence of "it stands in the body" and of "it stands outside the body".</summary>
    public const double InBody = 0.9;

    /// <summary>What the rule did on the page.</summary>
    public SiteRuleReport Report { get; private set; } = new() { Rule = rule.Name, File = Path.GetFileName(rule.Source) };

    /// <inheritdoc/>
    public void Label(LabelSheet sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var page = sheet.Document.Tree is { } tree ? new SelectorPage(tree) : null;
        var choice = LayoutChoice.Of(rule, day, page);
        if (choice.Layout is not { } layout)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var run = choice.Run;
        var claims = new ElementClaims();
        claims.Add(choice.BodyHits, new ElementClaim(ElementClaimKind.Body, Labelling.Label.Body, choice.Body!));
        foreach (var (selector, label) in layout.Strip)
        {
            cancellationToken.ThrowIfCancellationRequested();
            claims.Add(run.Select("strip", selector), new ElementClaim(ElementClaimKind.Strip, label, selector));
        }

        Claim("keep", layout.Keep, ElementClaimKind.Keep);
        Claim("unwrap", layout.Unwrap, ElementClaimKind.Unwrap);
        var fields = new FieldReader(run, claims, rule.Language ?? sheet.Document.Tree?.Language).Read(layout);
        cancellationToken.ThrowIfCancellationRequested();
        var doubt = new SheetMarking(sheet, layout, page, run, claims, choice, RuleDoubt.Of(rule, sheet.Document.Blocks, _opinion)).Mark();
        Report = Report with
        {
            Layout = layout,
            Rejected = run.First("reject", layout.Reject)?.Selector.ToString(),
            FellBack = (choice.FellBack, doubt) switch
            {
                (null, null) => null,
                ({ } missed, { } doubted) => $"{missed}; {doubted}",
                var (missed, doubted) => missed ?? (choice.Body is { } body ? $"{doubted}: {body}" : doubted),
            },
            HasBody = choice.HasBody && doubt is null,
            Counts = run.Counts,
            Fields = fields,
        };

        void Claim(string key, IEnumerable<Selector> selectors, ElementClaimKind kind)
        {
            foreach (var selector in selectors)
            {
                claims.Add(run.Select(key, selector), new ElementClaim(kind, Labelling.Label.Body, selector));
            }
        }
    }
}
