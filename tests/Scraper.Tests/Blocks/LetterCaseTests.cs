using FluentAssertions;
using Scraper.Core.Blocks;
using Xunit;

namespace Scraper.Tests.Blocks;

public class LetterCaseTests
{
    [Fact]
    public void Every_character_has_the_small_letter_that_dotnet_gives_it() =>
        Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => LetterCase.Lower(c) != char.ToLowerInvariant(c)).Should().BeEmpty();
}
