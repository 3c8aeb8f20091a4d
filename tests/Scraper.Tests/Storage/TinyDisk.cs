using System.Diagnostics;

namespace Scraper.Tests.Storage;

/// <summary>A file system of a given size, in memory; needs Linux and the right to mount.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly bool _mounted;

    public TinyDisk(int kilobytes)
    {
        _mounted = Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", Path);
        if (!_mounted)
        {
            Directory.Delete(Path);
            throw new InvalidOperationException("cannot mount");
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("scraper-disk-").FullName;

    /// <summary>Why there can be none here; <see langword="null"/> where there can.</summary>
    public static string? Unavailable()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return "a small disk can only be mounted by root on Linux";
        }

        try
        {
            new TinyDisk(64).Dispose();
            return null;
        }
        catch (InvalidOperationException)
        {
            return "this system lets nobody mount";
        }
    }

    /// <summary>Makes it larger.</summary>
    public void Grow(int kilobytes) => Run("mount", "-o", $"remount,size={kilobytes}k", Path);

    /// <summary>Lets nobody write it, root neither; or lets them again.</summary>
    public void SetReadOnly(bool on) => Run("mount", "-o", $"remount,{(on ? "ro" : "rw")}", Path);

    public void Dispose()
    {
        if (_mounted)
        {
            Run("umount", Path);
        }

        Directory.Delete(Path, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
