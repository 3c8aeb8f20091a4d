using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Xunit;

namespace Scraper.Tests.Labelling.Outline;

/// <summary>Plain texts in scripts without spaces, or without full stops, that share bars and lists of links follow.</summary>
public sealed class UnspacedTextTests
{
    private const string ThaiBody = "สะพานไม้เก่าอายุเกือบร้อยปีของเมืองเหนือพังลงเมื่อคืนวันจันทร์ หลังจากฝนตกหนักติดต่อกันสามวันทำให้ระดับน้ำในแม่น้ำสูงขึ้นกว่าสองเมตร\n\n“เราเสียใจมาก สะพานนี้เป็นความทรงจำของทุกคนในเมือง” เธอกล่าว\n\nกรมทางหลวงคาดว่าการซ่อมแซมจะใช้เวลาอย่างน้อยหกเดือน และจะใช้งบประมาณราวสิบสองล้านบาท";

    [Theory]
    [InlineData("ชาวบ้านจะประชุมกันอีกครั้งในวันศุกร์", "แชร์")]
    [InlineData("ระหว่างนี้เทศบาลจะจัดเรือข้ามฟากให้บริการฟรีทุกวัน", "ข่าวที่เกี่ยวข้อง\n\nน้ำท่วมตลาดเก่าเป็นครั้งที่สองในปีนี้")]
    public void The_last_line_of_a_Thai_text_stays_before_what_follows_it(string last, string follows)
    {
        var article = Read($"หน้าแรก | การเมือง | เศรษฐกิจ | กีฬา\n\nฝนหนักทำให้สะพานไม้เก่าพังลง\n\nโดย สมชาย ใจดี\n\n{ThaiBody}\n\n{last}\n\n{follows}\n\nFacebook\n\nLINE");

        article.Title.Should().Be("ฝนหนักทำให้สะพานไม้เก่าพังลง");
        article.Text.Should().Be($"{ThaiBody}\n\n{last}");
    }

    [Theory]
    [InlineData("lo", "ໂດຍ ສົມຊາຍ ໃຈດີ", "ສົມຊາຍ ໃຈດີ", "ຂົວໄມ້ເກົ່າອາຍຸເກືອບຮ້ອຍປີຂອງເມືອງເໜືອພັງລົງໃນຄືນວັນຈັນ ຫຼັງຈາກຝົນຕົກໜັກຕິດຕໍ່ກັນສາມມື້ ເຮັດໃຫ້ລະດັບນ້ຳສູງຂຶ້ນກວ່າສອງແມັດ\n\nຊາວບ້ານຈະປະຊຸມກັນອີກໃນວັນສຸກ", "ແບ່ງປັນ")]
    [InlineData("km", "ដោយ សុខ សុភា", "សុខ សុភា", "ស្ពានឈើចាស់ដែលមានអាយុជិតមួយរយឆ្នាំបានបាក់នៅយប់ថ្ងៃចន្ទ បន្ទាប់ពីភ្លៀងធ្លាក់ខ្លាំងអស់រយៈពេលបីថ្ងៃ។\n\nក្រសួងរំពឹងថា ការជួសជុលនឹងចំណាយពេលយ៉ាងតិចប្រាំមួយខែ។", "ចែករំលែក")]
    [InlineData("my", "", "", "နှစ်တစ်ရာနီးပါးသက်တမ်းရှိသော သစ်သားတံတားဟောင်းသည် သုံးရက်ဆက်တိုက် မိုးသည်းထန်စွာ ရွာသွန်းပြီးနောက် ပြိုကျခဲ့သည်။\n\nပြုပြင်ရေးလုပ်ငန်းသည် အနည်းဆုံး ခြောက်လ ကြာမြင့်မည်ဟု လမ်းဦးစီးဌာနက ခန့်မှန်းထားသည်။", "မျှဝေရန်")]
    [InlineData("sw", "Na Amina Juma", "Amina Juma", "Gati la zamani la Pwani litafungwa kwa miaka miwili baada ya wahandisi kugundua kwamba nusu ya nguzo zake za chuma zimeoza.\n\nKazi itaanza mwezi wa Aprili na itagharimu shilingi bilioni nne, bodi ya bandari ilisema.", "Facebook")]
    [InlineData("ja", "記者 山田太郎", "山田太郎", "北町で四日夜、築百年近い木造の橋が大雨のため崩れ落ちた。\n\n「町のみんなの思い出の橋で、とても残念です」と町長は話した。「元の姿のまま造り直したい」\n\n県は復旧に少なくとも半年かかるとみている。", "シェアする")]
    public void A_text_keeps_its_body_and_its_writer(string language, string byline, string author, string body, string follows)
    {
        var article = Read($"{byline}\n\n{body}\n\n{follows}\n\nTwitter");

        article.Text.Should().Be(body, language);
        string.Join('|', article.Authors).Should().Be(author, language);
    }

    private static Article Read(string text) => new Extractor().ExtractText(text, url: null, CancellationToken.None).Article;
}
