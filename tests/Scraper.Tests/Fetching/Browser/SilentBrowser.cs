using System.Runtime.Versioning;

namespace Scraper.Tests.Fetching.Browser;

/// <summary>A browser that starts and says nothing until its end.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SilentBrowser : IDisposable
{
    public SilentBrowser()
    {
        File.WriteAllText(Path, "#!/bin/sh\nwhile [ -e \"$0\" ]; do sleep 0.1; done\n");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"silent-browser-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(Path);
}
