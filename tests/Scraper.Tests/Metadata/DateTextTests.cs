using FluentAssertions;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Metadata;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2019-05-17", null, "2019-05-17")]
    [InlineData("2019-05-17T09:07:00Z", null, "2019-05-17T09:07:00+00:00")]
    [InlineData("2019-05-17T09:07:00.123456+02:00", null, "2019-05-17T09:07:00+02:00")]
    [InlineData("2019-05-17 09:07:00 -0500", null, "2019-05-17T09:07:00-05:00")]
    [InlineData("20190517", null, "2019-05-17")]
    [InlineData("2019-05-17T09:07:00+14:00", null, "2019-05-17T09:07:00+14:00")]
    [InlineData("2019-05-17T09:07:00+14:30", null, "2019-05-17T09:07:00")]
    [InlineData("2019-05-17T09:07:00-1459", null, "2019-05-17T09:07:00")]
    [InlineData("2019/05/17", null, "2019-05-17")]
    [InlineData("Fri, 17 May 2019 - 09:07 GMT", null, "2019-05-17T09:07+00:00")]
    [InlineData("Fri, 17 May 2019 09:07:00 +0000", null, "2019-05-17T09:07:00+00:00")]
    [InlineData("Fri May 17 09:07:00 EDT 2019", null, "2019-05-17T09:07:00-04:00")]
    [InlineData("Martin Chulov — The Guardian May 16, 2019", null, "2019-05-16")]
    [InlineData("May 16th, 2019 at 3:05 p.m. ET", "en-US", "2019-05-16T15:05-04:00")]
    [InlineData("Dec 16, 2019 at 12:05am EST", "en-US", "2019-12-16T00:05-05:00")]
    [InlineData("3/4/2021", "en-US", "2021-03-04")]
    [InlineData("3/4/2021", "en-GB", "2021-04-03")]
    [InlineData("13/4/2021", "en-US", "2021-04-13")]
    [InlineData("3.4.2021", "en", "2021-04-03")]
    [InlineData("3.4.21", "de", "2021-04-03")]
    [InlineData("Von Anna Müller, 3. März 2021 · 14:05 Uhr", "de", "2021-03-03T14:05")]
    [InlineData("Stand: 03.03.2021, 14.05 Uhr", "de", "2021-03-03T14:05")]
    [InlineData("Publié le 12/03/2020 à 10h30", "fr", "2020-03-12T10:30")]
    [InlineData("Publié le 1er mars 2020 à 10 h 30", "fr", "2020-03-01T10:30")]
    [InlineData("12 de marzo de 2020 a las 10:30", "es", "2020-03-12T10:30")]
    [InlineData("12 de março de 2020 às 10h30", "pt", "2020-03-12T10:30")]
    [InlineData("12 marzo 2020 ore 10:30", "it", "2020-03-12T10:30")]
    [InlineData("12 maart 2020 om 10:30", "nl", "2020-03-12T10:30")]
    [InlineData("Publisert 12. mars 2020 kl. 10.30", "no", "2020-03-12T10:30")]
    [InlineData("Publicerad 12 maj 2020 kl 10.30", "sv", "2020-05-12T10:30")]
    [InlineData("12. marts 2020 kl. 10:30", "da", "2020-03-12T10:30")]
    [InlineData("12 października 2020, 10:30", "pl", "2020-10-12T10:30")]
    [InlineData("12 Ağustos 2020 Çarşamba 10:30", "tr", "2020-08-12T10:30")]
    [InlineData("12 KASIM 2020", "tr", "2020-11-12")]
    [InlineData("12 марта 2020, 10:30 МСК", "ru", "2020-03-12T10:30+03:00")]
    [InlineData("12 مارس 2020", "ar", "2020-03-12")]
    [InlineData("١٢ كانون الثاني ٢٠٢٠", "ar", "2020-01-12")]
    [InlineData("4 أغسطس/ آب 2013", "ar", "2013-08-04")]
    [InlineData("الأحد، 04 آب/أغسطس 2013، آخر تحديث 02:21", "ar", "2013-08-04")]
    [InlineData("12 آذار (مارس) 2020", "ar", "2020-03-12")]
    [InlineData("12 במרץ 2020", "he", "2020-03-12")]
    [InlineData("12 मार्च 2020", "hi", "2020-03-12")]
    [InlineData("2021年3月4日 12:30", null, "2021-03-04T12:30")]
    [InlineData("2021年03月04日（木）午後3時05分", "ja", "2021-03-04T15:05")]
    [InlineData("2021년 3월 4일 오후 3:05", "ko", "2021-03-04T15:05")]
    [InlineData("입력 2021.03.04. 15:05", "ko", "2021-03-04T15:05")]
    [InlineData("10:30 GMT, 16 May 2019", "en", "2019-05-16T10:30+00:00")]
    [InlineData("16-May-2019", "en", "2019-05-16")]
    public void A_date_is_read_with_what_stood_there(string text, string? language, string iso)
    {
        DateText.TryParse(text, language, out var date).Should().BeTrue();
        date!.ToString().Should().Be(iso);
    }

    [Theory]
    [InlineData("")]
    [InlineData("May 2019")]
    [InlineData("31/31/2019")]
    [InlineData("30 February 2019")]
    [InlineData("192.168.10.2019")]
    [InlineData("Call 555-12-3456 now")]
    public void What_is_no_day_gives_none(string text) => DateText.TryParse(text, "en", out _).Should().BeFalse();

    [Theory]
    [InlineData("Fri, 17 May 2019 - 09:07 GMT")]
    [InlineData("Published: March 3, 2021")]
    [InlineData("Last updated on 3 March 2021 at 10:30 am")]
    [InlineData("Updated 10:30 GMT")]
    [InlineData("March 3, 2021 | 5 min read")]
    [InlineData("2 hours ago")]
    [InlineData("vor 3 Stunden")]
    [InlineData("Stand: 03.03.2021, 14.05 Uhr")]
    [InlineData("Publié le 12/03/2020 à 10h30")]
    [InlineData("Publié le 12 mars 2020 à 10h30, mis à jour le 13 mars 2020 à 9h")]
    [InlineData("2021年3月4日 12:30")]
    [InlineData("公開日：2021年3月4日(木) 12時30分")]
    [InlineData("입력 2021.03.04. 오후 3:05")]
    [InlineData("Опубликовано 12 марта 2020 года в 10:30")]
    [InlineData("May 16")]
    public void A_line_that_is_only_when_is_a_date_line(string text) => DateText.IsDateLine(text).Should().BeTrue();

    [Theory]
    [InlineData("CAIRO – 17 May 2019: Iran’s most prominent military leader has met Iraqi militias.")]
    [InlineData("BY")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("2019")]
    [InlineData("10:30")]
    [InlineData("1. Chapter")]
    [InlineData("On May 16, 2019 the war began.")]
    [InlineData("Martin Chulov — The Guardian May 16, 2019")]
    [InlineData("50%")]
    [InlineData("Day 1")]
    [InlineData("Woche 3")]
    [InlineData("Week 2")]
    [InlineData("For: 11")]
    public void A_line_that_says_something_is_not(string text) =>
        DateText.IsDateLine(text).Should().BeFalse();
}
