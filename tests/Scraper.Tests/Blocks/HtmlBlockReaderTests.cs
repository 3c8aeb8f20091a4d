using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core.Blocks;
using Xunit;

namespace Scraper.Tests.Blocks;

public class HtmlBlockReaderTests
{
    [Theory]
    [InlineData("<p>One  \n two</p><p>Three</p>", "P:One two|P:Three")]
    [InlineData("<div>loose <b>bold</b> text<p>para</p>tail</div>", "P:loose bold text|P:para|P:tail")]
    [InlineData("<div>one<br>line<br><br>two</div>", "P:one\nline|P:two")]
    [InlineData("<h1>Head<br>line</h1><h2><p>Sub</p></h2>", "H1:Head line|H2:Sub")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "L1:a|L2:b|L1:c")]
    [InlineData("<blockquote><p>said</p>again</blockquote>", "Q:said|Q:again")]
    [InlineData("<figure><img><figcaption><p>A cat</p></figcaption></figure>", "C:A cat")]
    [InlineData("<pre>a\n  b\n</pre>", "K:a\n  b")]
    [InlineData("<table><tr><th>Year</th><th>Sum</th></tr><tr><td>1</td><td><b>2</b></td></tr><tr><td></td></tr></table>", "T:Year\tSum\n1\t2")]
    [InlineData("<table><tr><td><h1>Head</h1><p>text</p></td></tr></table>", "H1:Head|P:text")]
    [InlineData("<table><caption>Sums</caption><tr><th>Year</th><td>1</td></tr></table>", "C:Sums|T:Year\t1")]
    [InlineData("<p>a<script>x</script><style>y</style><svg><text>z</text></svg>b</p><template>no</template>", "P:ab")]
    [InlineData("<div><template shadowrootmode=open><p>shadow</p></template></div>", "P:shadow")]
    [InlineData("<p><span class='dropcap'>T</span>he story begins with a long sentence.</p>", "P:The story begins with a long sentence.")]
    [InlineData("<p><span class='drop-cap'>T</span>\n he story begins.</p>", "P:The story begins.")]
    [InlineData("<p><span class='drop-cap'>A</span> lighthouse burned.</p>", "P:A lighthouse burned.")]
    [InlineData("<p><span class='drop-cap'>A</span>fter the storm.</p>", "P:After the storm.")]
    [InlineData("<p><span class='drop-cap'>“I</span> was there.</p>", "P:“I was there.")]
    [InlineData("<div class=dropcap>T</div><p>he story begins with a long sentence.</p>", "P:The story begins with a long sentence.")]
    [InlineData("<span class=dropcap style='display:block'>T</span><p>he story begins with a long sentence.</p>", "P:The story begins with a long sentence.")]
    [InlineData("<div class=drop-cap>The</div><p>story begins with a long sentence.</p>", "P:The story begins with a long sentence.")]
    [InlineData("<div class=drop_cap>It’s</div><p>a story that begins with a long sentence.</p>", "P:It’s a story that begins with a long sentence.")]
    [InlineData("<div class=dropdown>The</div><p>story begins with a long sentence.</p>", "P:The|P:story begins with a long sentence.")]
    [InlineData("<div class=dropcap>News</div><p>The story begins with a long sentence.</p>", "P:News|P:The story begins with a long sentence.")]
    [InlineData("<p>x</p><video poster=/p.jpg><source src=/v.webm type=video/webm><source src=/v.mp4>Too old</video><audio><track src=/t.vtt><source src='blob:x'><source src=//cdn.example/a.mp3></audio><video></video>", "P:x|E:/v.webm|E://cdn.example/a.mp3")]
    [InlineData("<div><span>News</span><a href=x>Sport</a></div>", "P:News Sport")]
    [InlineData("<p><b>H</b><i>ello</i></p>", "P:Hello")]
    [InlineData("<p>Bundes&shy;rat&nbsp;hat\u200b</p>", "P:Bundesrat\u00a0hat")]
    [InlineData("<p>Coun\u001b[31mcil\u0007</p><pre>a\u001b]0;b\n c</pre>", "P:Coun [31mcil|K:a ]0;b\n c")]
    [InlineData("<p>&nbsp;one&nbsp; two&nbsp;</p><p>&nbsp;</p>", "P:one two")]
    [InlineData("<p>x</p><iframe src='https://www.youtube.com/embed/abc'></iframe><iframe src='https://ads.example/'></iframe>", "P:x|E:https://www.youtube.com/embed/abc")]
    [InlineData("<blockquote class='twitter-tweet'><p>Hi</p>- me <a href='https://x.com/me/1'>May</a></blockquote>", "Q:Hi|Q:- me May|E:https://x.com/me/1")]
    [InlineData("<p>Visible<span style='display: none'>secret</span><span class=sr-only>aloud</span></p>", "P:Visible")]
    [InlineData("<p>Nobody <span style='-webkit-backface-visibility:hidden'>expected</span> it<span style='transition:visibility .3s;visibility:hidden'>secret</span></p>", "P:Nobody expected it")]
    [InlineData("<body><noscript><p>only copy, which is the whole of the article</p></noscript>", "P:only copy, which is the whole of the article")]
    [InlineData("<p>before</p><noscript><iframe src='x' /></noscript><p>after</p>", "P:before|P:after")]
    [InlineData("<dl><dt>Term</dt><dd>What it is</dd></dl>", "L1:Term|L1:What it is")]
    [InlineData("<my-card><my-text>One</my-text><my-text>Two</my-text></my-card><p>a <x-y>b</x-y> c</p>", "P:One|P:Two|P:a b c")]
    [InlineData("<nav><p><a href=/>Home</a></p><ul><li><a href=/s>Sport</a></li></ul></nav><p>x</p>", "M:Home\nSport|P:x")]
    [InlineData("<div role=navigation><h2>Sections</h2><ul><li><a href=/s>Sport</a></li></ul></div>", "M:Sections\nSport")]
    [InlineData("<header><div><a href=/>Gazette</a></div><nav><p><a href=/a>News</a></p><p><a href=/b>Sport</a></p></nav><p>Log in</p></header>", "M:Gazette\nNews\nSport\nLog in")]
    [InlineData("<footer><p>© Gazette</p><p>12 Mill Road</p></footer>", "M:© Gazette\n12 Mill Road")]
    [InlineData("<nav><p><a href=/>Home</a></p></nav>", "P:Home")]
    [InlineData("<article><nav><p><a href=#a>One</a></p><p><a href=#b>Two</a></p></nav><p>x</p><footer><p>Tags</p><p>Author</p></footer></article>", "P:One|P:Two|P:x|P:Tags|P:Author")]
    [InlineData("<header><p><a href=/t>Local</a></p><h1>Bell found</h1></header>", "P:Local|H1:Bell found")]
    [InlineData("<header><p>By <a href=/a>Ann Lee</a></p><p>3 March 2025, updated at 10:15</p></header>", "P:By Ann Lee|P:3 March 2025, updated at 10:15")]
    [InlineData("<footer><p><a href=/>Home</a></p><p>The bell of the old chapel, lost for ninety years, was found at the bottom of the village well on Monday.</p></footer>", "P:Home|P:The bell of the old chapel, lost for ninety years, was found at the bottom of the village well on Monday.")]
    [InlineData("<nav><p><a href=/>Home</a></p><figure><figcaption>A bell</figcaption></figure></nav>", "P:Home|C:A bell")]
    public void A_page_becomes_its_blocks_in_order(string html, string expected) => Show(Read(html)).Should().Be(expected);

    [Fact]
    public void Words_that_are_emphasized_over_and_over_are_said_to_be_so_once()
    {
        var block = Read(string.Concat(Enumerable.Repeat("<p><b><a href=x>", 100)) + "word").Blocks.Should().ContainSingle().Subject;

        block.Inlines.Should().BeEquivalentTo([new Inline(0, 4, InlineKind.Strong, null), new Inline(0, 4, InlineKind.Link, "x")]);
    }

    [Fact]
    public void Links_and_emphasis_are_kept_by_position()
    {
        var block = Read("<p>See <a href='/a'> <b>this</b> page</a>, <em>now</em>.</p>").Blocks.Single();

        block.Text.Should().Be("See this page, now.");
        block.Inlines.Should().Equal(
            new Inline(4, 9, InlineKind.Link, "/a"),
            new Inline(4, 4, InlineKind.Strong, null),
            new Inline(15, 3, InlineKind.Emphasis, null));
    }

    [Fact]
    public void A_link_around_two_blocks_is_in_both()
    {
        var blocks = Read("<a href=/x><h3>Head</h3><p>text</p></a>").Blocks;

        blocks.Select(b => b.Inlines.Single()).Should().Equal(new Inline(0, 4, InlineKind.Link, "/x"), new Inline(0, 4, InlineKind.Link, "/x"));
    }

    [Fact]
    public void Text_that_stands_only_in_data_follows_the_page()
    {
        var body = string.Join("\\n", Enumerable.Range(1, 12).Select(i => $"This is paragraph {i} of a story that a script would have shown."));
        var document = Read($"<p>Teaser.</p><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script>");

        document.Blocks.Should().HaveCount(13);
        document.Outline!.FirstDataBlock.Should().Be(1);
        document.Blocks[12].Text.Should().Be("This is paragraph 12 of a story that a script would have shown.");
    }

    [Fact]
    public void Data_that_says_what_the_page_shows_is_not_read_again()
    {
        var story = string.Join("</p><p>", Enumerable.Range(1, 12).Select(i => $"This is paragraph {i} of a story that the page shows, and it is long enough to be prose."));
        var document = Read($"<p>{story}</p><script type='application/ld+json'>{{\"articleBody\":\"{story.Replace("</p><p>", "\\n", StringComparison.Ordinal)}\"}}</script>");

        document.Blocks.Should().HaveCount(12);
        document.Outline!.FirstDataBlock.Should().BeNull();
    }

    [Fact]
    public void A_block_knows_the_nearest_element_that_holds_its_text()
    {
        var blocks = Read("<div class=a><span class=b>one</span></div><div class=c><i>two</i> <i>three</i></div>").Blocks;

        blocks.Select(b => b.Element!.Class).Should().Equal("b", "c");
    }

    [Fact]
    public void Ten_thousand_open_elements_are_read()
    {
        var html = string.Concat(Enumerable.Repeat("<div>x", 10_000));

        Read(html).Blocks.Should().NotBeEmpty();
    }

    [Fact]
    public void Every_word_of_the_page_stands_in_exactly_one_block()
    {
        string[] tags = ["p", "div", "li", "ul", "span", "b", "h2", "blockquote", "section", "table", "tr", "td", "figure", "figcaption", "dd", "article", "my-x", "button"];
        var pages = Gen.Choose(0, tags.Length * 3).ListOf().ToArbitrary();

        Prop.ForAll(pages, choices =>
        {
            var number = 0;
            var html = string.Concat(choices.Select(c => (c % 3) switch
            {
                0 => $"<{tags[c / 3 % tags.Length]}>",
                1 => $"</{tags[c / 3 % tags.Length]}>",
                _ => $" w{number++} ",
            }));
            var words = Read(html).Blocks.SelectMany(b => b.Text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToArray();
            return words.Order().SequenceEqual(Enumerable.Range(0, number).Select(i => $"w{i}").Order());
        }).QuickCheckThrowOnFailure();
    }

    private static BlockDocument Read(string html) => HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));

    private static string Show(BlockDocument document) => string.Join('|', document.Blocks.Select(b => $"{Letter(b)}:{b.Text}"));

    private static string Letter(Block block) => block.Kind switch
    {
        BlockKind.Paragraph => "P",
        BlockKind.Heading => $"H{block.Level}",
        BlockKind.ListItem => $"L{block.Level}",
        BlockKind.Caption => "C",
        BlockKind.Quote => "Q",
        BlockKind.Table => "T",
        BlockKind.Code => "K",
        BlockKind.Menu => "M",
        _ => "E",
    };
}
