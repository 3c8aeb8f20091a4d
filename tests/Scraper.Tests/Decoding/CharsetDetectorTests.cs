using System.Text;
using FluentAssertions;
using Scraper.Core.Decoding;
using Xunit;

namespace Scraper.Tests.Decoding;

public sealed class CharsetDetectorTests
{
    // Texts that are not in the samples which the detector learnt from.
    [Theory]
    [InlineData(1252, "windows-1252", "La bibliothèque municipale ferme ses portes à dix-huit heures; les abonnés étaient prévenus.")]
    [InlineData(1252, "windows-1252", "Das Gericht verkündete gestern sein Urteil über die Klage gegen das neue Wassergesetz der Länder.")]
    [InlineData(1252, "windows-1252", "Los médicos del hospital dijeron que la operación salió bien y que mañana podrá caminar.")]
    [InlineData(1252, "windows-1252", "A câmara dos deputados aprovou ontem à noite a criação de um fundo para habitação.")]
    [InlineData(1252, "windows-1252", "Elevene på skolen fikk høre at bøkene skulle være gratis fra nå av.")]
    [InlineData(1252, "windows-1252", "The café said “no comment” – it’s closed.")]
    [InlineData(1251, "windows-1251", "Учёные нашли новый способ очистки речной воды от нефти.")]
    [InlineData(20866, "koi8-r", "Учёные нашли новый способ очистки речной воды от нефти, сообщает журнал.")]
    [InlineData(1250, "windows-1250", "Naukowcy odkryli nowy sposób oczyszczania rzek, twierdzą że działa świetnie i dość szybko.")]
    [InlineData(1250, "windows-1250", "Vědci našli nový způsob čištění řek, který je rychlejší a levnější než dříve.")]
    [InlineData(1250, "windows-1250", "A tudósok új módszert találtak a folyók tisztítására, amely gyorsabb és olcsóbb, mint az előző.")]
    [InlineData(1253, "windows-1253", "Οι επιστήμονες βρήκαν έναν νέο τρόπο καθαρισμού των ποταμών από το πετρέλαιο.")]
    [InlineData(1254, "windows-1254", "Bilim insanları nehirleri temizlemek için daha hızlı bir yöntem geliştirdiklerini açıkladı.")]
    [InlineData(1255, "windows-1255", "מדענים מצאו דרך חדשה לנקות את הנהרות מזיהום הנפט, כך דווח אמש.")]
    [InlineData(1256, "windows-1256", "اكتشف العلماء طريقة جديدة لتنظيف الأنهار من التلوث النفطي، بحسب المجلة.")]
    [InlineData(932, "shift_jis", "科学者たちは川の水をきれいにする新しい方法を見つけたと発表した。")]
    [InlineData(51932, "euc-jp", "科学者たちは川の水をきれいにする新しい方法を見つけたと発表した。")]
    [InlineData(54936, "gb18030", "科学家发现了一种清洁河水的新方法，据报道效果很好。")]
    [InlineData(950, "big5", "科學家發現了一種清潔河水的新方法，據報導效果很好。")]
    [InlineData(949, "euc-kr", "과학자들은 강물을 깨끗하게 하는 새로운 방법을 찾았다고 발표했다.")]
    [InlineData(50220, "iso-2022-jp", "科学者たちは川の水をきれいにする。")]
    public void A_sentence_is_enough(int codePage, string name, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes($"<html><body><p>{text}</p></body></html>");
        var page = PageDecoder.Decode(bytes, null);
        (page.Encoding, page.How).Should().Be((name, DecodedBy.Detection));
        page.Text.Should().Contain(text);
    }
}
