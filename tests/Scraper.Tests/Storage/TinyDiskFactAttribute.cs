using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>A test that needs a <see cref="TinyDisk"/>; skipped with the reason where there can be none.</summary>
internal sealed class TinyDiskFactAttribute : FactAttribute
{
    public TinyDiskFactAttribute() => Skip = TinyDisk.Unavailable();
}
