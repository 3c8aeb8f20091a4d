using FluentAssertions;
using Scraper.Core.Metadata;
using Scraper.Storage;
using Scraper.Storage.Exports;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class CsvExportTests
{
    [Fact]
    public void Section_and_tags_stand_in_the_last_columns()
    {
        using var output = new StringWriter();
        var export = new CsvExport();

        export.Begin(output);
        export.Write(
            new StoredArticle
            {
                Id = 1,
                Article = StoreFixture.Article("https://example.com/a", "A text.", "A title") with { Metadata = PageMetadata.None with { Section = "=World", Tags = ["harbour", "a \"b\""] } },
                FirstSeenAt = StoreFixture.Now,
                FetchedAt = StoreFixture.Now,
                CheckedAt = StoreFixture.Now,
                PublisherRevision = 1,
                ExtractorRevision = 1,
                ChangeSeq = 1,
                Extractor = "1",
            },
            output);

        var lines = output.ToString().Split("\r\n");
        lines[0].Should().EndWith(",body,section,tags");
        lines[1].Should().EndWith(",A text.,'=World,\"harbour; a \"\"b\"\"\"");
    }
}
