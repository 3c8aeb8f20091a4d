using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Core.Verdicts;
using Xunit;

namespace Scraper.Tests.Verdicts;

public sealed class PageVerdictTests
{
    private const string Sentence = "The council of the old town voted on Tuesday to close the bridge over the river until the spring, and the mayor said that nobody had wanted it. ";

    [Theory]
    [InlineData("Just a moment...", "<h1>news.example</h1><p>Verifying you are human. This may take a few seconds.</p><p>news.example needs to review the security of your connection before proceeding.</p>")]
    [InlineData("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1><p>You are unable to access news.example</p><h2>Why have I been blocked?</h2>")]
    [InlineData("Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access \"http://news.example/a\" on this server.</p><p>Reference #18.2d</p>")]
    [InlineData("news.example", "<p>Checking your browser before accessing news.example.</p><p>This process is automatic. Your browser will redirect shortly.</p>")]
    [InlineData("news.example", "<p id=cmsg>Please enable JS and disable any ad blocker</p><script src=https://ct.captcha-delivery.com/c.js></script>")]
    [InlineData("Pardon Our Interruption", "<p>As you were browsing, something about your browser made us think you were a bot.</p>")]
    [InlineData("Nur einen Moment…", "<p>Bestätigen Sie, dass Sie ein Mensch sind.</p>")]
    [InlineData("Un instant…", "<p>Vérifiez que vous êtes humain</p>")]
    [InlineData("Один момент…", "<p>Подтвердите, что вы не робот</p>")]
    [InlineData("しばらくお待ちください...", "<p>ブラウザを確認しています</p>")]
    public void A_check_whether_a_person_asks_is_told(string title, string body) => Kind(title, body).Should().Be(PageVerdictKind.BotChallenge);

    [Theory]
    [InlineData("Page not found | The Example", "<h1>Page not found</h1><p>Perhaps searching can help.</p>")]
    [InlineData("404 - The Example", "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location.</p>")]
    [InlineData("The Example", "<h1>This page isn't available</h1><p>The link you followed may be broken.</p>")]
    [InlineData("Seite nicht gefunden – Beispiel", "<h1>Fehler 404</h1><p>Die gewünschte Seite gibt es nicht mehr.</p>")]
    [InlineData("Página no encontrada - El Ejemplo", "<p>Lo sentimos.</p>")]
    [InlineData("Page introuvable | L'Exemple", "<p>Retour à l'accueil</p>")]
    [InlineData("Страница не найдена", "<p>Вернуться на главную</p>")]
    [InlineData("页面不存在", "<p>返回首页</p>")]
    public void A_missing_page_with_status_200_is_told(string title, string body) => Kind(title, body).Should().Be(PageVerdictKind.SoftNotFound);

    [Theory]
    [InlineData("Before you continue", "<h1>Before you continue to Example</h1><p>We use cookies and data to deliver and maintain our services.</p><button>Reject all</button><button>Accept all</button>")]
    [InlineData("Zustimmen und weiter | Beispiel", "<p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking.</p><p>Wir und unsere 213 Partner verarbeiten Daten.</p>")]
    [InlineData("The Example", "<p>We value your privacy</p><p>We and our 812 partners store and access information on a device and process personal data, such as unique identifiers, for personalised ads and content.</p><button>Accept all</button><button>Manage options</button>")]
    [InlineData("Avant de continuer", "<p>Nous et nos 132 partenaires utilisons des cookies.</p><button>Tout accepter</button>")]
    public void A_consent_wall_is_told(string title, string body) => Kind(title, body).Should().Be(PageVerdictKind.ConsentWall);

    [Theory]
    [InlineData("Sign in - The Example", "<h1>Sign in to your account</h1><form><input name=email><input type=password name=pw><button>Sign in</button></form><p>Forgot your password? Create an account to read our stories and to receive our newsletters every morning.</p>")]
    [InlineData("Log in", "<p>Enter your email to continue.</p>")]
    [InlineData("The Example", "<p>Welcome back</p><form><input><input type=' PASSWORD'></form><a href=/lost>Forgot your password?</a>")]
    [InlineData("Anmelden | Beispiel", "<h1>Anmelden</h1><p>Bitte melden Sie sich mit Ihrer E-Mail-Adresse an.</p>")]
    [InlineData("Connexion – L'Exemple", "<p>Mot de passe oublié ?</p>")]
    [InlineData("Вход", "<p>Забыли пароль?</p>")]
    [InlineData("ログイン", "<p>パスワードをお忘れの方</p>")]
    public void A_form_to_sign_in_with_is_told(string title, string body) => Kind(title, body).Should().Be(PageVerdictKind.LoginWall);

    [Theory]
    [InlineData("https://news.example/account?next=a", true)]
    [InlineData("https://id.news.example/users/sign-in.php", true)]
    [InlineData("https://news.example/2026/a", false)]
    [InlineData("https://news.example/login-page-was-hacked", false)]
    public void An_address_of_an_article_that_leads_to_one_for_signing_in_tells_it_too(string led, bool isWall)
    {
        var html = $"<html><head><title>The Example</title></head><body>{Story(3)}<form><input type=password></form></body></html>";

        new Extractor().ExtractHtml(html, new PageContext { Url = new Uri(led), AskedUrl = new Uri("https://news.example/a") }, CancellationToken.None).Verdict.Kind
            .Should().Be(isWall ? PageVerdictKind.LoginWall : PageVerdictKind.Article);
        new Extractor().ExtractHtml(html, new PageContext { Url = new Uri(led), AskedUrl = new Uri(led) }, CancellationToken.None).Verdict.Kind.Should().Be(PageVerdictKind.Article, "it was asked for");
    }

    [Theory]
    [InlineData("Error", "<h1>Internal Server Error</h1><p>Database connection failed</p>")]
    [InlineData("The Example", "<p>Error establishing a database connection</p>")]
    [InlineData("503 Service Unavailable", "<p>No server is available to handle this request.</p>")]
    [InlineData("Maintenance", "<h1>We will be back soon</h1><p>Sorry for the inconvenience but we are performing some maintenance at the moment. We will be back online shortly!</p>")]
    [InlineData("Maintenance", "<h1>We’ll be back soon!</h1><p>Sorry for the inconvenience but we’re performing some maintenance at the moment.</p><p>Our engineers are moving the newspaper to a faster data centre tonight, and for a few hours none of our stories can be shown. The printed edition and the radio programme are not affected by the work.</p><p>If you need to reach the newsroom in the meantime, please call the switchboard or write a letter to the address printed on page two of the newspaper. We thank all our readers for their patience.</p>")]
    [InlineData("Beispiel", "<h1>Wartungsarbeiten</h1><p>Wir sind in Kürze wieder da.</p>")]
    [InlineData("Error", "<h1>Error interno del servidor</h1><p>Inténtelo más tarde.</p>")]
    [InlineData("系统维护", "<p>网站正在维护</p>")]
    public void A_message_that_a_page_cannot_be_shown_now_is_told(string title, string body) => Kind(title, body).Should().Be(PageVerdictKind.ErrorPage);

    [Theory]
    [InlineData("example.com", "<h1>This domain is for sale</h1><p>The domain example.com may be for sale by its owner. Click here to inquire.</p>")]
    [InlineData("example.com", "<p>Buy this domain</p><p>Related searches</p>")]
    [InlineData("example.com", "<div data-adblockkey=\"x\"><p>Related searches</p></div>")]
    [InlineData("example.com", "<p>Diese Domain steht zum Verkauf!</p>")]
    [InlineData("example.com", "<p>Этот домен продаётся</p>")]
    public void A_domain_for_sale_is_told(string title, string body) => Kind(title, body).Should().Be(PageVerdictKind.ParkedDomain);

    [Theory]
    [InlineData("Bridge to close", "<div class=modal><h1>Sign in</h1><form><input type=password></form><p>Forgot your password?</p></div>")]
    [InlineData("Bridge to close", "<form><input name=user><input type=password><a>Forgot your password?</a></form>")]
    [InlineData("Bridge to close", "<template><h1>Something went wrong</h1></template>")]
    [InlineData("Bridge to close", "<a href=https://sedo.example/>This domain is for sale, said the sign.</a>")]
    public void A_short_article_with_a_box_for_signing_in_or_a_message_is_an_article(string title, string more) =>
        Kind(title, $"<h1>{title}</h1><p>By Ann Lee</p><time datetime=2026-11-30>30 November 2026</time>" + Story(2) + more).Should().Be(PageVerdictKind.Article);

    [Theory]
    [InlineData("<p>Subscribe to continue reading</p>")]
    [InlineData("<p>Dieser Artikel ist exklusiv für unsere Abonnenten.</p>")]
    [InlineData("<p>Il vous reste 85% de cet article à lire. La suite est réservée aux abonnés.</p>")]
    [InlineData("<script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Bridge to close\",\"isAccessibleForFree\":false}</script>")]
    public void The_first_lines_of_a_paid_article_are_told(string wall)
    {
        Kind("Bridge to close", Story(2) + wall).Should().Be(PageVerdictKind.PaywallTeaser);
        Kind("Bridge to close", Story(12) + wall).Should().Be(PageVerdictKind.Article, "the whole text is there");
    }

    [Fact]
    public void A_page_whose_data_calls_it_free_is_no_teaser() =>
        Kind("Bridge to close", Story(2) + "<p>Subscribe to continue reading</p><script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Bridge to close\",\"isAccessibleForFree\":true}</script>")
            .Should().Be(PageVerdictKind.Article);

    [Theory]
    [InlineData("<div id=root></div><script src=/app.js></script>")]
    [InlineData("<p>You need to enable JavaScript to run this app.</p>")]
    [InlineData("<p>Bitte aktivieren Sie JavaScript.</p>")]
    public void Scripts_without_text_are_told(string body) => Kind("The Example", body).Should().Be(PageVerdictKind.ScriptShell);

    [Fact]
    public void A_running_report_is_told()
    {
        var entries = string.Concat(Enumerable.Range(10, 8).Select(h => $"<p>{h}:05</p><p>{Sentence}</p>"));

        Kind("Bridge closes: live updates", "<h1>Bridge closes: live updates</h1>" + entries).Should().Be(PageVerdictKind.LiveBlog);
        Kind("Bridge closes", "<h1>Bridge closes</h1>" + entries).Should().Be(PageVerdictKind.Article);
    }

    [Theory]
    [InlineData("live_blogs: true", PageVerdictKind.Article)]
    [InlineData("live_blogs: false", PageVerdictKind.LiveBlog)]
    [InlineData("live_blogs: true\nselect: { body: article }", PageVerdictKind.Article)]
    [InlineData("live_blogs: false\nselect: { body: article }", PageVerdictKind.LiveBlog)]
    [InlineData("select: { body: article }", PageVerdictKind.Article)]
    [InlineData("language: en", PageVerdictKind.LiveBlog)]
    public void A_running_report_is_stored_or_refused_as_the_rule_says(string key, PageVerdictKind kind)
    {
        var rule = SiteRuleReader.Read("r.yaml", "hosts: [news.example]\n" + key).Rule!;
        var entries = string.Concat(Enumerable.Range(10, 8).Select(h => $"<p>{h}:05</p><p>{Sentence}</p>"));

        Read($"<title>Bridge closes: live updates</title><article><h1>Bridge closes: live updates</h1>{entries}</article>", rule, 200).Kind.Should().Be(kind);
        SiteRuleReader.Read("r.yaml", SiteRuleWriter.Write(rule)).Rule!.LiveBlogs.Should().Be(rule.LiveBlogs);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(503)]
    public void A_wall_is_named_whatever_its_status(int status)
    {
        const string Wall = "<html><head><title>Before you continue</title></head><body><h1>Before you continue to Example</h1><p>We use cookies and data to deliver and maintain our services.</p><button>Accept all</button></body></html>";
        var teaser = $"<html><head><title>Bridge to close</title></head><body>{Story(2)}<p>Subscribe to continue reading</p></body></html>";

        Read(Wall, null, status).ToString().Should().StartWith($"consent_wall: HTTP {status}, ");
        Read(teaser, null, status).ToString().Should().StartWith($"paywall_teaser: HTTP {status}, ");
    }

    [Theory]
    [InlineData("Why every site asks about cookies", "<p>We value your privacy, says every banner. Accept all, says the button.</p>")]
    [InlineData("The best “Page not found” pages of the web", "<p>Page not found, it said.</p>")]
    [InlineData("Just a moment of silence for the bridge", "<p>Checking your browser has become a daily chore.</p>")]
    [InlineData("Access denied: how readers lost their library", "<p>Access denied, it said.</p>")]
    [InlineData("404 Media opens an office", "<p>Error 404 was their joke.</p>")]
    [InlineData("Sign in, please: how papers lock their readers out", "<p>Forgot your password? So has half of the town.</p><input type=password>")]
    [InlineData("Internal server error costs ministry a day", "<p>Internal server error, it said.</p>")]
    [InlineData("Maintenance of the old bridge begins", "<p>The city is performing some maintenance on the bridge at the moment.</p>")]
    [InlineData("The town hall is for sale", "<p>The domain of the old lord is for sale, too.</p>")]
    [InlineData("Something went wrong at the harbour", "<p>An error occurred, said the captain.</p>")]
    public void An_article_about_such_pages_is_an_article(string title, string body)
    {
        Kind(title, $"<h1>{title}</h1>" + Story(2) + body).Should().Be(PageVerdictKind.Article);
        Kind(title, $"<h1>{title}</h1>" + Story(10) + body).Should().Be(PageVerdictKind.Article);
    }

    [Theory]
    [InlineData("<div class=cookie-banner><p>We value your privacy</p><p>We and our partners use cookies.</p><button>Accept all</button></div>")]
    [InlineData("<p>Please enable JavaScript to see comments.</p><script src=/a.js></script>")]
    [InlineData("<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script>")]
    public void A_short_article_with_a_banner_or_a_script_is_an_article(string more) =>
        Kind("Bridge to close", "<h1>Bridge to close</h1>" + Story(3) + more).Should().Be(PageVerdictKind.Article);

    [Fact]
    public void A_body_that_the_sites_rule_found_is_an_article_unless_the_server_refused_it()
    {
        var rule = SiteRuleReader.Read("r.yaml", "hosts: [news.example]\nselect: { body: article }\nreject: .list").Rule!;
        const string Page = "<title>Access Denied</title><article><p>Access denied.</p></article>";

        Read(Page, rule, 200).Kind.Should().Be(PageVerdictKind.Article);
        Read(Page, rule, 403).Kind.Should().Be(PageVerdictKind.BotChallenge);
        Read(Page, rule, 404).Kind.Should().Be(PageVerdictKind.SoftNotFound);
        Read(Page + "<p class=list>", rule, 200).Kind.Should().Be(PageVerdictKind.Rejected);
    }

    [Fact]
    public void A_verdict_says_why() =>
        Read("<title>Page not found</title>", null, 200).ToString().Should().Be("soft_not_found: title \"page not found\"");

    [Theory]
    [InlineData("<p>Short.</p>", false)]
    [InlineData("<div id=root></div><script src=/app.js></script>", true)]
    [InlineData("<p>Wait</p><script>window._cf_chl_opt={}</script>", false)] // a browser is not for getting past checks
    public void A_shell_is_what_a_browser_helps_with(string html, bool isShell) => ScriptShell.Looks(html).Should().Be(isShell);

    private static string Story(int paragraphs) =>
        string.Concat(Enumerable.Range(1, paragraphs).Select(i => $"<p>{Sentence}That was decision number {i} of the long evening in the hall.</p>"));

    private static PageVerdictKind Kind(string title, string body) => Read($"<html><head><title>{title}</title></head><body>{body}</body></html>", null, null).Kind;

    private static PageVerdict Read(string html, SiteRule? rule, int? status) =>
        new Extractor().ExtractHtml(html, new PageContext { Url = new Uri("https://news.example/a"), Rule = rule, Status = status }, CancellationToken.None).Verdict;
}
