using Scraper.Storage;

namespace Scraper.Web.Api;

/// <summary>One text that an article has had.</summary>
internal sealed record ApiRevision(int Revision, RevisionKind Kind, DateTimeOffset At, long ChangeSeq, string Extractor, string Title, string Text, string Diff)
{
    public static ApiRevision Of(ArticleRevision r) => new(r.Number, r.Kind, r.At, r.ChangeSeq, r.Extractor, r.Title, r.Text, r.Diff);
}
