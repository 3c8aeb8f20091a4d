using System.Collections.Frozen;
using static Scraper.Core.Sites.FtrSupport;

namespace Scraper.Core.Sites;

/// <summary>A directive that Full-Text RSS, graby or wallabag know.</summary>
/// <param name="Name">As written before the colon, without an argument.</param>
/// <param name="Support">What becomes of it.</param>
/// <param name="How">How it is read, or why it is not.</param>
internal sealed record FtrDirective(string Name, FtrSupport Support, string How)
{
    /// <summary>All of them by name.</summary>
    public static readonly FrozenDictionary<string, FtrDirective> All = new FtrDirective[]
    {
        new("title", Carried, "select.title"),
        new("body", Carried, "select.body"),
        new("author", Carried, "select.author"),
        new("date", Carried, "select.date"),
        new("strip", Carried, "strip"),
        new("strip_id_or_class", Carried, "strip"),
        new("dissolve", Carried, "unwrap"),
        new("native_ad_clue", Carried, "reject"),
        new("next_page_link", Carried, "next_page"),
        new("single_page_link", Carried, "single_page"),
        new("if_page_contains", Carried, "condition on the link above it"),
        new("find_string", Carried, "rewrite"),
        new("replace_string", Carried, "rewrite"),
        new("http_header", Carried, "fetch"),
        new("test_url", Carried, "tests"),
        new("test_contains", Carried, "tests"),
        new("autodetect_on_failure", Carried, "no: nothing is added from the parent domain, a fingerprint or global.txt"),
        new("prune", NoEffect, "what a rule puts into the body stays, except repeats"),
        new("tidy", NoEffect, "pages are parsed by the HTML standard"),
        new("parser", NoEffect, "pages are parsed by the HTML standard"),
        new("strip_attr", NoEffect, "attributes do not reach an article's text"),
        new("post_strip_attr", NoEffect, "attributes do not reach an article's text"),
        new("strip_image_src", NoEffect, "pictures are not part of an article's text"),
        new("insert_detected_image", NoEffect, "pictures are not part of an article's text"),
        new("src_lazy_load_attr", NoEffect, "pictures are not part of an article's text"),
        new("wrap_in", NoEffect, "it changes the look; the text stays"),
        new("convert_double_br_tags", NoEffect, "two line breaks always part paragraphs"),
        new("footnotes", NoEffect, "footnotes stay where they are"),
        new("strip_comments", NoEffect, "only what a rule strips is stripped"),
        new("autodetect_next_page", NoEffect, "only what next_page names is followed"),
        new("skip_json_ld", Unsupported, "metadata are read wherever they stand; name the fields instead"),
        new("skip_id_or_class", Unsupported, "readability is not used"),
        new("move_into", Unsupported, "blocks keep the order of the page"),
        new("single_page_link_in_feed", Unsupported, "feeds are not searched for links"),
        new("requires_login", Unsupported, "the fetcher does not log in"),
        new("login_uri", Unsupported, "the fetcher does not log in"),
        new("login_username_field", Unsupported, "the fetcher does not log in"),
        new("login_password_field", Unsupported, "the fetcher does not log in"),
        new("login_extra_fields", Unsupported, "the fetcher does not log in"),
        new("not_logged_in_xpath", Unsupported, "the fetcher does not log in"),
    }.ToFrozenDictionary(d => d.Name);
}
