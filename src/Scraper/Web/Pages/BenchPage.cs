using System.Globalization;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Web.Bench;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/pages/ID/bench</c>: a site's rule beside one of its pages. Tried before it is saved, works without script.</summary>
internal static class BenchPage
{
    private const int LongestOption = 70;
    private const int MostOptions = 1_000;

    private static readonly Label[] Choices =
        [Label.Body, Label.Title, Label.Subtitle, Label.Related, Label.Caption, Label.Navigation, Label.Advert, Label.Comment, Label.Social, Label.Summary, Label.Byline, Label.Date, Label.SourceLink, Label.Consent, Label.Other];

    /// <summary>The bench of a page, with a draft where one is asked for.</summary>
    public static async Task<IResult> GetAsync(
        HttpContext context, long id, RuleBench bench, RuleDrafts drafts, CancellationToken cancellationToken, string? draft = null, int? block = null, string? label = null, bool saved = false)
    {
        if (await bench.PageAsync(id, cancellationToken) is not { } page)
        {
            return ErrorPage.Missing($"There is no archived page {id}, or its bytes are no longer kept.");
        }

        var kept = drafts.Find(draft) is { } found && found.Site == page.Site ? found : null;
        var form = new BenchForm(page, bench.FileOf(page), kept, kept is null ? null : draft, block, LabelOf(label));
        return await RenderAsync(context, bench, form, saved ? $"{form.File.Name} is saved and in force. The articles are as they were read until the archive is read again." : null, StatusCodes.Status200OK, cancellationToken);
    }

    /// <summary>What was done with the form: try, propose, put a line in, save.</summary>
    public static async Task<IResult> PostAsync(HttpContext context, long id, RuleBench bench, RuleDrafts drafts, BenchFiles files)
    {
        var cancellationToken = context.RequestAborted;
        if (await bench.PageAsync(id, cancellationToken) is not { } page)
        {
            return ErrorPage.Missing($"There is no archived page {id}, or its bytes are no longer kept.");
        }

        var sent = await SentForm.ReadAsync(context);
        var text = sent["text"].ToString().ReplaceLineEndings("\n");
        if (text.Length > RuleDrafts.Longest)
        {
            return ErrorPage.Of(StatusCodes.Status413PayloadTooLarge, $"A rule file may have {RuleDrafts.Longest} characters here; edit a longer one by hand.");
        }

        var file = bench.FileOf(page);
        int? block = int.TryParse(sent["block"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var label = LabelOf(sent["label"]);
        var action = sent["action"].ToString();
        var draft = new RuleDraft(page.Site, text, sent["began"].ToString());
        if (action.StartsWith("put:", StringComparison.Ordinal) && block is { } chosen)
        {
            var lines = await bench.ProposeAsync(page, bench.Compile(page, text), chosen, label ?? Label.Other, cancellationToken);
            draft = lines.FirstOrDefault(l => l.ToString() == action[4..]) is { } line && RuleTextEdit.Put(text, line) is { } put ? draft with { Text = put.Text } : draft;
            return Results.Redirect(BenchPath.Bench(page.Id, drafts.Keep(draft)) + "#effect");
        }

        if (action != "save")
        {
            var isAsked = action == "propose" && block is not null;
            return Results.Redirect(BenchPath.Bench(page.Id, drafts.Keep(draft), block, isAsked ? label ?? Label.Other : null) + (isAsked ? "#proposals" : "#effect"));
        }

        var compiled = bench.Compile(page, text);
        var refusal = compiled.Rule is null ? "It is not saved: the file has errors."
            : draft.Began != file.Digest ? $"It is not saved: {file.Name} has been changed on disk since you began. Open the bench anew, and make your changes to what is there now."
            : sent["confirm"] != "yes" && (await bench.EffectAsync(page.Site, compiled, cancellationToken)).CostsTooMuch ? "It is not saved: archived pages would lose their body. Look at them below; tick “save all the same” if that is right."
            : files.Save(file, text);
        return refusal is null
            ? Results.Redirect(BenchPath.Bench(page.Id) + "?saved=true")
            : await RenderAsync(context, bench, new BenchForm(page, file, draft, drafts.Keep(draft), block, null), refusal, StatusCodes.Status409Conflict, cancellationToken);
    }

    private static async Task<IResult> RenderAsync(HttpContext context, RuleBench bench, BenchForm form, string? message, int status, CancellationToken cancellationToken)
    {
        var (page, text) = (form.Page, form.Draft?.Text ?? form.File.Text);
        var compiled = bench.Compile(page, text);
        var today = await bench.ReadAsync(page, bench.RuleOf(page), cancellationToken);
        var tried = form.Draft is not null && compiled.Rule is { } rule ? await bench.ReadAsync(page, rule, cancellationToken) : null;
        var effect = tried is null ? null : await bench.EffectAsync(page.Site, compiled, cancellationToken);
        var lines = form is { Block: { } block, Label: { } label } ? await bench.ProposeAsync(page, compiled, block, label, cancellationToken) : null;
        var blocks = (tried ?? today).Article?.Blocks ?? [];
        return new HtmlPage(
            $"Rule bench: {page.Site}",
            "/",
            Group(
                message is null ? Node.None : P(message).With("role", status == StatusCodes.Status200OK ? "status" : "alert").Class(status == StatusCodes.Status200OK ? "good" : "bad"),
                status == StatusCodes.Status200OK && message is not null ? ReadAgain(context, page.Site) : Node.None,
                P("Tried on ", E("a", page.Page.Url).With("href", BenchPath.Page(page.Id)), ", fetched ", Time(page.Page.FetchedAt), ".").Class("facts"),
                Div(
                    "bench",
                    E(
                        "form",
                        CsrfField.Of(context),
                        E("input").With("type", "hidden").With("name", "began").With("value", form.Draft?.Began ?? form.File.Digest),
                        Editor(form, text, compiled),
                        Chooser(form, blocks, lines),
                        effect is null ? Node.None : BenchEffectView.Confirmation(effect),
                        P(E("button", "Try it").With("name", "action").With("value", "try"), " ", E("button", "Save").With("name", "action").With("value", "save")).Class("buttons"))
                        .With("method", "post").With("action", BenchPath.Page(page.Id) + "/bench"),
                    E(
                        "section",
                        H2("The page"),
                        P(form.Draft is null ? "By the rule in force. " : "By the rule as it stands beside it. ", "Choose a block by a click, or in the list of blocks.").Class("facts"),
                        new PageFrame(BenchPath.Frame(page.Id, form.Key ?? BenchPath.Today), "The archived page with its blocks and their labels"))),
                tried is null ? Node.None : BenchEffectView.Of(today, tried, effect!)),
            status,
            script: new Script(Asset.BenchScript));
    }

    private static Node Editor(BenchForm form, string text, DraftRule compiled) => Group(
        H2(E("label", form.File.Name).With("for", "text")),
        form.File.Path is null ? P("There is no folder of your own to save it in; start the daemon with --sites DIR.").Class("bad")
            : form.File.IsNew ? P("Saving makes this file in your own folder of sites.").Class("facts") : Node.None,
        E("textarea", "\n" + text.ReplaceLineEndings("\n")).With("id", "text").With("name", "text").With("rows", "18").With("spellcheck", "false").With("maxlength", RuleDrafts.Longest.ToString(CultureInfo.InvariantCulture)),
        compiled.Problems.Count == 0 ? Node.None : E("ul", [.. compiled.Problems.Select(Problem)]).Class("problems").With("role", "alert"));

    private static Node Problem(SiteProblem problem) => E(
        "li",
        E("strong", problem.Severity == SiteProblemSeverity.Error ? "Error" : "Warning"),
        problem.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {problem.Line}") : string.Empty,
        problem.Key.Length > 0 ? $", {problem.Key}" : string.Empty,
        $": {problem.Message}").Class(problem.Severity == SiteProblemSeverity.Error ? "bad" : null);

    private static Element Chooser(BenchForm form, IReadOnlyList<LabelledBlock> blocks, IReadOnlyList<ProposedLine>? lines) => E(
        "fieldset",
        E("legend", "What is this block?"),
        P(
            E("label", "Block ").With("for", "block"),
            E("select", [form.Block is null ? E("option", "none yet").With("value", string.Empty) : Node.None, .. blocks.Take(MostOptions).Select(b => Option(b, form.Block))]).With("id", "block").With("name", "block")),
        P(
            E("label", "is ").With("for", "label"),
            E("select", [.. Choices.Select(l => (Node)E("option", Names.Of(l)).With("value", Names.Of(l)).With("selected", l == form.Label ? string.Empty : null))]).With("id", "label").With("name", "label"),
            " ",
            E("button", "Propose a line").With("name", "action").With("value", "propose")),
        lines is null ? Node.None : Div(
            "proposals",
            lines.Count == 0
                ? P("Nothing at this block has a name that lasts, so no line can be proposed; write one by hand.")
                : E("ol", [.. lines.Select(Proposal)])).With("id", "proposals").With("role", "status"));

    private static Element Option(LabelledBlock block, int? chosen)
    {
        var text = block.Block.Text.ReplaceLineEndings(" ");
        return E("option", string.Create(CultureInfo.InvariantCulture, $"{block.Block.Index} · {Names.Of(block.Verdict.Label)} · {(text.Length <= LongestOption ? text : text[..LongestOption] + "…")}"))
            .With("value", block.Block.Index.ToString(CultureInfo.InvariantCulture)).With("selected", block.Block.Index == chosen ? string.Empty : null);
    }

    private static Node Proposal(ProposedLine line) => E(
        "li",
        E("code", line.ToString()),
        " ",
        E("button", "Put it in").With("name", "action").With("value", $"put:{line}").With("aria-label", $"Put it in: {line}"),
        E("br"),
        E("small", line.Why));

    private static Element ReadAgain(HttpContext context, string site) => E(
        "form",
        CsrfField.Of(context),
        E("input").With("type", "hidden").With("name", "site").With("value", site),
        P(E("button", "Read the archive again by the new rule"))).With("method", "post").With("action", "/sites/reextract");

    private static Label? LabelOf(string? text) => text is { Length: > 0 } && Names.TryParse<Label>(text, out var label) && Choices.Contains(label) ? label : null;
}
