using FluentAssertions;
using Scraper.Tests.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.Tests.Labelling;

/// <summary>News pages in many languages and markups (Pages/*.html) without any rule, each against what should come of it (Pages/*.json).</summary>
public sealed class LanguagePageTests(ITestOutputHelper output)
{
    public static TheoryData<string> Pages { get; } = new(LanguagePage.All);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_in_any_language_gives_its_body(string name)
    {
        var page = LanguagePage.Read(name);
        var body = page.Article.Text.Split("\n\n").Select(LanguagePage.Normalise).ToList();
        var f1 = WordF1.Of(LanguagePage.Spaced(page.Body), LanguagePage.Spaced(body));
        output.WriteLine(FormattableString.Invariant($"BODY {name} {f1:0.0000}"));
        body.Except(page.Body).ToList().ForEach(b => output.WriteLine($"TOO MUCH {name}: {b}"));
        page.Body.Except(body).ToList().ForEach(b => output.WriteLine($"MISSING {name}: {b}"));

        if (page.Miss is { } miss)
        {
            f1.Should().BeGreaterThanOrEqualTo(miss.F1);
        }
        else
        {
            body.Should().Equal(page.Body);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_in_any_language_says_who_wrote_it_when_and_what(string name)
    {
        var page = LanguagePage.Read(name);
        var wrong = page.WrongFields().ToList();
        wrong.ForEach(f => output.WriteLine($"FIELD {name} {f.Name}: {f.Found}, not {f.Expected}"));

        wrong.Select(f => f.Name).Should().BeSubsetOf(page.Miss?.Fields ?? []);
    }

    [Fact]
    public void Nothing_is_listed_as_a_miss_that_is_no_page() => LanguagePage.Misses.Keys.Should().BeSubsetOf(LanguagePage.All);
}
