using FluentAssertions;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

public sealed class PageWordsTests
{
    [Theory]
    [InlineData("The council said on Monday that it would repair the bridge before the winter and pay for it from its own budget, which has more than enough left for that and for the two roads that lead to it.", false)]
    [InlineData("Der Rat teilte am Montag mit, dass er die Brücke noch vor dem Winter reparieren und aus dem eigenen Haushalt bezahlen wird, in dem dafür und für die beiden Straßen, die zu ihr führen, mehr als genug übrig ist.", true)]
    [InlineData("Le conseil a annoncé lundi que le pont serait réparé avant l'hiver et payé sur son propre budget, où il reste plus qu'assez pour cela et pour les deux routes qui y mènent, a précisé le maire de la ville.", true)]
    [InlineData("Rådet opplyste mandag at broen skal repareres før vinteren og betales over eget budsjett, der det er mer enn nok igjen til den og til de to veiene som fører dit, sa ordføreren etter møtet i går kveld.", true)]
    [InlineData("市議会は月曜日、冬が来る前に橋を修理し、費用は市の予算から支払うと発表した。予算には橋とそこへ続く二本の道路のために十分な余裕があるという。", true)]
    [InlineData("أعلن المجلس يوم الاثنين أن الجسر سيتم إصلاحه قبل الشتاء وأن التكاليف ستدفع من ميزانيته الخاصة التي بقي فيها ما يكفي وأكثر لذلك وللطريقين المؤديين إليه كما قال رئيس البلدية بعد الاجتماع مساء أمس في المدينة", true)]
    [InlineData("Startseite Politik Sport", false)] // Too little to tell.
    public void Words_are_foreign_where_hardly_one_is_of_the_commonest_of_English(string text, bool isForeign)
    {
        using var words = Read(text);

        words.Rate();
        words.IsForeign.Should().Be(isForeign);
        words.Odds(0).Any.Should().Be(isForeign ? 0 : 1, "a word that only looks like one that was learnt says nothing");
    }

    [Fact]
    public void A_foreign_word_is_known_under_a_token_of_its_own()
    {
        const string Text = "Der Rat teilte am Montag mit, dass er die Brücke noch vor dem Winter reparieren und aus dem eigenen Haushalt bezahlen wird, in dem dafür und für die beiden Straßen, die zu ihr führen, mehr als genug übrig ist.";
        using var words = Read(Text, ForeignOdds.Token);

        words.Rate();

        words.Odds(0).Any.Should().Be(1);
    }

    [Fact]
    public void Words_can_be_taken_for_those_of_an_unknown_language()
    {
        using var words = Read("The bridge over the river and the road to it");

        words.Rate(areUnknown: true);

        words.Odds(0).Should().Be(default(TokenOdd));
    }

    /// <summary>The words of a text in a model that knows them all, under the tokens that they have there.</summary>
    private static PageWords Read(string text, Func<uint, uint>? token = null)
    {
        var known = new HashSet<uint>();
        var words = new PageWords(new Known(known), expected: 16);
        TextShape.Of(text, words.Hashes);
        words.Number();
        known.UnionWith(words.Hashes.Select(token ?? (w => w)));
        return words;
    }

    private sealed class Known(HashSet<uint> tokens) : ITokenOdds
    {
        public TokenOdd this[uint token] => tokens.Contains(token) ? new(1, 1) : default;
    }
}
