using FluentAssertions;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Metadata;

public sealed class BylinePatternTests
{
    [Theory]
    [InlineData("By Martin Chulov", null)]
    [InlineData("By MARTIN CHULOV", "en")]
    [InlineData("By Ana Swanson and Keith Bradsher", "en")]
    [InlineData("By Jane Doe, Staff Writer", "en")]
    [InlineData("by Jane Doe | March 3, 2021", "en")]
    [InlineData("Martin Chulov — The Guardian May 16, 2019", null)]
    [InlineData("Jane Doe, staff writer", "en")]
    [InlineData("Jane Doe, Chief Political Correspondent | 12 May 2020 10:30 BST", "en")]
    [InlineData("Posted by: John Smith", "en")]
    [InlineData("Author: John Smith", "en")]
    [InlineData("Written by Jane Doe • Updated March 3, 2021 • 5 min read", "en")]
    [InlineData("By Jane Doe for The Daily Planet", "en")]
    [InlineData("By Jane Doe in Washington", "en")]
    [InlineData("By A. J. Smith, Reuters", "en")]
    [InlineData("Von Anna Müller, 3. März 2021 · 14:05 Uhr", "de")]
    [InlineData("Von Anna Müller, 3. März 2021 · 14:05 Uhr", null)]
    [InlineData("Ein Kommentar von Anna Müller", "de")]
    [InlineData("Par Jean Dupont avec AFP", "fr")]
    [InlineData("Par Jean-Pierre Dupont, le 12/03/2020 à 10h30", "fr")]
    [InlineData("Por María García de la Vega", "es")]
    [InlineData("Por João da Silva — São Paulo", "pt")]
    [InlineData("di Mario Rossi", "it")]
    [InlineData("Door: Jan de Vries", "nl")]
    [InlineData("Av Kari Nordmann", "no")]
    [InlineData("Af Mette Hansen", "da")]
    [InlineData("Autor: Jan Kowalski", "pl")]
    [InlineData("Автор: Иван Петров", "ru")]
    [InlineData("بقلم محمد علي", "ar")]
    [InlineData("מאת דוד כהן", "he")]
    [InlineData("홍길동 기자", "ko")]
    [InlineData("文/王小明", "zh")]
    [InlineData("作者：王小明", "zh")]
    [InlineData("記者 山田太郎", "ja")]
    [InlineData("Posted on May 4, 2021 by Jane Doe", "en")]
    [InlineData("Published May 4, 2021 by Jane Doe", "en")]
    [InlineData("Veröffentlicht am 4. Mai 2021 von Jana Roth", "de")]
    public void A_line_of_names_after_a_by_or_beside_a_role_or_date_is_a_byline(string text, string? language) =>
        BylinePattern.IsByline(text, language).Should().BeTrue();

    [Theory]
    [InlineData("BY", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("밤새 비가 내려 골짜기의 강물이 크게 불어났고 주민들은 몸을 피했다고 밝혔다 (홍길동 기자)", "ko")]
    [InlineData("By 2030 the world will have changed.", "en")]
    [InlineData("By the time he arrived, everybody had left.", "en")]
    [InlineData("By then John Smith had left the building and nobody saw him.", "en")]
    [InlineData("Martin Chulov", null)]
    [InlineData("CAIRO – 17 May 2019: Iran’s most prominent military leader has met Iraqi militias.", null)]
    [InlineData("Von Anfang an war klar, dass es so nicht weitergehen kann.", "de")]
    [InlineData("Par ailleurs, le gouvernement a annoncé des mesures.", "fr")]
    [InlineData("What happened in London on May 16, 2019?", "en")]
    [InlineData("Fri, 17 May 2019 - 09:07 GMT", null)]
    [InlineData("The Guardian reported on May 16, 2019 that Qassem Suleimani met militia leaders in Baghdad.", "en")]
    [InlineData("De Telegraaf meldt dat het kabinet valt", "nl")]
    public void Anything_else_is_not(string text, string? language) =>
        BylinePattern.IsByline(text, language).Should().BeFalse();
}
