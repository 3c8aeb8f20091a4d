using System.Text.RegularExpressions;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Metadata.Text;

/// <summary>Writers whom only the text itself names.</summary>
public sealed class SignedTextTests
{
    [Theory]
    [InlineData("ko", "<p>RAIN</p><p>RAIN</p><p>홍길동 기자 hong@example.com</p>", "홍길동")]
    [InlineData("ko", "<p>(서울=새벽통신) 홍길동 기자 = RAIN</p><p>RAIN</p>", "홍길동")]
    [InlineData("ko", "<p>[서울=새벽통신]홍길동 기자 = RAIN</p><p>RAIN</p>", "홍길동")]
    [InlineData("ko", "<p>RAIN</p><p>RAIN (홍길동 기자)</p>", "홍길동")]
    [InlineData("zh", "<p>RAIN</p><p>RAIN（记者 王小明）</p>", "王小明")]
    [InlineData("zh", "<p>RAIN</p><p>RAIN（记者 王小明 编辑 李四）</p>", "王小明")]
    [InlineData("zh", "<p>本报北京3月3日电（记者王小明、李四）RAIN</p><p>RAIN</p>", "王小明|李四")]
    [InlineData("zh", "<p>RAIN</p><p>RAIN</p><p>记者：王小明</p><p>编辑：李四</p>", "王小明")]
    [InlineData("zh", "<p>RAIN</p><p>RAIN</p><p>（河边晚报记者 王小明 通讯员 李华）</p>", "王小明|李华")]
    [InlineData("zh", "<p>RAIN</p><p>RAIN</p><p>（河边晚报 综合报道）</p>", "")]
    [InlineData("zh", "<p>RAIN</p><p>RAIN（图片来源：河边）</p>", "")]
    [InlineData("ja", "<p>RAIN</p><p>RAIN【山田太郎】</p>", "山田太郎")]
    [InlineData("ja", "<p>RAIN</p><p>RAIN（山田太郎、鈴木花子）</p>", "山田太郎|鈴木花子")]
    [InlineData("ja", "<p>RAIN</p><p>RAIN</p><p>【山田太郎】</p>", "山田太郎")]
    [InlineData("ja", "<p>RAIN</p><p>RAIN（敬称略）</p>", "")]
    [InlineData("ja", "<p>RAIN</p><p>RAIN（河辺新聞）</p>", "")]
    [InlineData("vi", "<p>RAIN</p><p>RAIN</p><p style='text-align:right'><strong>Nguyễn Văn An</strong></p>", "Nguyễn Văn An")]
    [InlineData("zh-TW", "<p>〔記者王小明／河邊報導〕RAIN</p><p>RAIN</p>", "王小明")]
    [InlineData("zh", "<p>RAIN</p><p>RAIN</p><p>责任编辑：段小满</p><p>河畔晚报记者 王小明 实习生 李四</p>", "王小明|李四")]
    [InlineData("ru", "<p>RAIN</p><p>RAIN</p><p>Анна Петрова</p>", "Анна Петрова")]
    [InlineData("ru", "<p>RAIN</p><div>RAIN<br><br><i>Анна Петрова</i></div>", "Анна Петрова")]
    [InlineData("", "<p>RAIN</p><p>RAIN</p><p>Анна Петрова</p>", "Анна Петрова")]
    [InlineData("ru", "<p>RAIN</p><p>RAIN</p><p>Анна не ответила</p>", "")]
    [InlineData("ro", "<p>RAIN</p><p>RAIN</p><p>Editor : Ana Pop</p>", "Ana Pop")]
    [InlineData("en", "<p>RAIN</p><p>RAIN</p><p>Happy New Year</p>", "")]
    [InlineData("en", "<b>Rain</b><p>By Ann Lee</p><p>RAIN</p><p>RAIN</p>", "Ann Lee")]
    [InlineData("en", "<p>RAIN</p><p>RAIN</p><p>By Ann Lee</p>", "Ann Lee")]
    [InlineData("en", "<p>RAIN</p><p>RAIN (Ann Lee)</p>", "")]
    public void A_text_without_a_byline_gives_the_names_that_sign_it(string language, string text, string names)
    {
        var rain = language switch
        {
            "ko" => "밤새 비가 내려 골짜기의 강물이 크게 불어났고, 주민들은 높은 곳으로 몸을 피했다. 시청은 다리를 막았다고 밝혔다.",
            "zh" or "zh-TW" => "整夜的大雨使山谷里的河水迅速上涨，居民们被迫转移到高处，市政府表示桥梁已经封闭，学校今天停课，直到水位下降为止。",
            "ja" => "夜通しの大雨で谷の川が急に増水し、住民は高台へ避難を余儀なくされた。市は橋を閉鎖したと発表し、学校は水位が下がるまで休校となった。",
            "ru" => "Всю ночь в долине шёл сильный дождь, река быстро поднялась, и жителям пришлось уйти на холмы, а мэрия сообщила, что мост закрыт до утра.",
            "vi" => "Mưa lớn suốt đêm khiến nước sông trong thung lũng dâng cao, người dân phải rời nhà lên chỗ cao, và chính quyền cho biết cây cầu đã bị đóng.",
            _ => "It rained all day long in the valley, and then it went on to rain through the night until the river rose and the bridge was closed.",
        };
        var again = language switch
        {
            "ko" => "기상청은 이튿날 아침까지 비가 이어질 것으로 내다봤으며, 도로와 철길이 끊긴 마을에는 구호 물품을 실은 배가 도착했다.",
            "zh" or "zh-TW" => "气象部门预计降雨将持续到第二天早晨，救援人员乘船把食物和饮用水送到被洪水围困的村庄，铁路部门暂停了所有列车的运行。",
            "ja" => "気象当局は翌朝まで雨が続くとみており、孤立した村には救援の船が食料と飲み水を運び、鉄道各社はすべての列車の運転を見合わせている。",
            "ru" => "Синоптики ждут дождя и на следующее утро, спасатели на лодках привезли еду и воду в деревни, отрезанные водой, а поезда пока не ходят.",
            "vi" => "Cơ quan khí tượng dự báo mưa còn kéo dài tới sáng hôm sau, thuyền cứu hộ đã đưa lương thực và nước uống tới các làng bị ngập sâu.",
            _ => "Forecasters expect more of the same until tomorrow morning, and boats have brought food and water to the villages that were cut off.",
        };
        var head = text.StartsWith("<b>", StringComparison.Ordinal) ? string.Empty : "<h1>Rain</h1>";
        var html = $"<html lang={language}><head><title>Rain - Example</title></head><body><article>{head}{new Regex("RAIN").Replace(text, rain, count: 1).Replace("RAIN", again, StringComparison.Ordinal)}</article></body></html>";

        var read = new Extractor().ExtractHtml(html, new PageContext { Url = new Uri("https://news.example.com/story") }, CancellationToken.None);

        string.Join('|', read.Article.Authors).Should().Be(names);
    }

    [Fact]
    public void The_outlet_that_the_title_ends_with_gives_way_to_who_signs_the_text()
    {
        const string Html = "<html lang=zh><head><title>山谷里的大雨-河边网</title><meta name=author content=河边网></head><body><article><h1>山谷里的大雨</h1><p>河边社3月3日电（记者王小明、李四）整夜的大雨使山谷里的河水迅速上涨，居民们被迫转移到高处，市政府表示桥梁已经封闭，学校今天停课。</p><p>气象部门预计降雨将持续到第二天早晨，救援人员乘船把食物和饮用水送到被洪水围困的村庄，铁路部门暂停了所有列车的运行。</p></article></body></html>";

        var read = new Extractor().ExtractHtml(Html, new PageContext { Url = new Uri("https://news.example.com/story") }, CancellationToken.None);

        read.Article.Authors.Should().Equal("王小明", "李四");
    }

    [Fact]
    public void Whom_a_site_rule_names_no_signature_replaces()
    {
        var rule = SiteRuleReader.Read("r.yaml", "name: rain\nhosts: [news.example.com]\nselect:\n  author: .who\n").Rule;
        const string Html = "<html lang=zh><head><title>山谷里的大雨</title></head><body><article><h1>山谷里的大雨</h1><i class=who>赵六</i><p>河边社3月3日电（记者王小明、李四）整夜的大雨使山谷里的河水迅速上涨，居民们被迫转移到高处，市政府表示桥梁已经封闭，学校今天停课。</p><p>气象部门预计降雨将持续到第二天早晨，救援人员乘船把食物和饮用水送到被洪水围困的村庄，铁路部门暂停了所有列车的运行。</p></article></body></html>";

        var read = new Extractor().ExtractHtml(Html, new PageContext { Url = new Uri("https://news.example.com/story"), Rule = rule }, CancellationToken.None);

        read.Article.Authors.Should().Equal("赵六");
    }
}
