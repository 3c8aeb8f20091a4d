using FluentAssertions;
using Scraper.Core;
using Xunit;

namespace Scraper.Tests.Labelling.Repeats;

public sealed class RepeatLabellerTests
{
    private const string Sentence = "Anna Bell, who kept the ferry running through two wars, retired on Friday at the age of ninety.";
    private const string Other = "“I shall miss the fog,” she said, “but not the tourists who ask about it every single day.”";
    private const string Third = "The ferry will be taken over by her granddaughter, who has been its engineer since 2011.";

    [Theory]
    [InlineData("Anna Bell, who kept the ferry running through two wars, retired on Friday at the age of ninety", "exact but for the full stop")]
    [InlineData("Anna Bell (pictured), who kept the ferry running through two wars, retired on Friday at the age of ninety", "a word put in")]
    [InlineData("Anna Bell, who kept the ferry running through two wars, retired at the age of ninety", "words left out")]
    [InlineData("ANNA BELL, who kept the ferry running through two wars – retired on Friday at the age of ninety", "case and dash")]
    public void A_caption_said_again_goes_and_the_body_sentence_stays(string caption, string why)
    {
        foreach (var text in (string[])[$"Ferrywoman retires\n\n{Sentence}\n\n{caption}\n\n{Other}\n\n{Third}", $"Ferrywoman retires\n\n{Other}\n\n{caption}\n\n{Sentence}\n\n{Third}"])
        {
            var body = Body(text);

            body.Should().Contain(Sentence, why).And.NotContain(caption, why).And.HaveCount(3, why);
        }
    }

    [Theory]
    [InlineData("“I shall miss the fog”")]
    [InlineData("but not the tourists who ask about it every single day")]
    [InlineData("'But not the tourists who ask about it every single day.'")]
    public void A_pull_quote_goes(string quote) =>
        Body($"Ferrywoman retires\n\n{Sentence}\n\n{Other}\n\n{quote}\n\n{Third}").Should().Contain(Other).And.Contain(Third).And.Contain(Sentence);

    [Fact]
    public void A_quotation_goes_that_leaves_out_who_says_it() =>
        Body($"Ferrywoman retires\n\n{Sentence}\n\n“I shall miss the fog, but not the tourists who ask about it every single day.”\n\n{Other}\n\n{Third}").Should().Equal(Sentence, Other, Third);

    [Theory]
    [InlineData("But not the tourists who ask about it every single day.")]
    [InlineData("but not the tourists who ask about it every single day")]
    public void A_sentence_of_a_paragraph_set_alone_goes_whole_or_not(string quote) =>
        Body($"Ferrywoman retires\n\n{Sentence}\n\n{Other}\n\n{quote}\n\n{Third}").Should().Equal(Sentence, Other, Third);

    [Theory]
    [InlineData("Anna Bell, who kept the ferry running…")]
    [InlineData("Anna Bell, who kept the ferry running through two w...")]
    public void A_cut_copy_goes(string cut) => Body($"Ferrywoman retires\n\n{Sentence}\n\n{cut}\n\n{Other}\n\n{Third}").Should().Equal(Sentence, Other, Third);

    [Fact]
    public void What_opens_a_list_stays_however_like_another_sentence_it_is() =>
        Body($"Ferrywoman retires\n\n{Sentence}\n\nTo keep the old ferry running she had to:\n\n{Other}\n\nShe said that to keep the old ferry running she had to learn about engines.\n\n{Third}").Should().HaveCount(5);

    [Theory]
    [InlineData("Can I take a bicycle?", "May I bring my dog?", 2)]
    [InlineData("¿Puedo llevar una bicicleta?", "¿Puedo llevar a mi perro?", 2)]
    [InlineData("Can I take a bicycle?", "Can I take a bicycle?", 1)]
    [InlineData("Can I take a bicycle?", "Dogs and other animals", 1)]
    [InlineData("Bicycles", "Dogs and other animals", 1)]
    public void An_answer_that_stands_under_two_questions_stays(string first, string second, int times)
    {
        const string Answer = "Yes, on every crossing before nine in the morning, for a fee of two pounds that is paid on board.";

        Body($"# Questions about the ferry\n\n{Sentence}\n\n## {first}\n\n{Answer}\n\n{Third}\n\n## {second}\n\n{Answer}\n\n{Other}").Count(b => b == Answer).Should().Be(times);
    }

    [Fact]
    public void A_refrain_stays() =>
        Body($"The bells\n\n{Sentence}\n\nNobody asked her to stop.\n\n{Other}\n\nNobody asked her to stop.\n\n{Third}").Should().HaveCount(5);

    [Fact]
    public void Lists_results_and_alike_sentences_stay()
    {
        string[] lines =
        [
            Sentence, "Harrow Town beat Elmsworth by three goals to two on Saturday afternoon at home.", "Harrow Town beat Elmsworth by two goals to one on Sunday afternoon at home.",
            Other, "Q: Which of your books do you like best of all?", "A: The fourth, because nobody bought it.", Third,
        ];

        Body("Results\n\n" + string.Join("\n\n", lines)).Should().Equal(lines);
    }

    private static string[] Body(string text) => new Extractor().ExtractText(text, url: null, CancellationToken.None).Article.Text.Split("\n\n");
}
