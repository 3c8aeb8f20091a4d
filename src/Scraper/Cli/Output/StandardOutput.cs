using Microsoft.Win32.SafeHandles;

namespace Scraper.Cli;

/// <summary>Standard output that says when nobody reads any more, as after <c>| head</c>; .NET's own console goes on in silence.</summary>
internal static class StandardOutput
{
    /// <summary>EPIPE, as .NET puts it into an <see cref="Exception.HResult"/>.</summary>
    private const int BrokenPipe = 32;

    private const int Descriptor = 1;

    /// <summary>The stream; disposing it leaves standard output open.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        // Only of a pipe: a file that others append to as well has a place of its own in every FileStream.
        var file = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return file.CanSeek ? Console.OpenStandardOutput() : file;
    }

    /// <summary>Lets what is printed through <see cref="Console.Out"/> take the same way.</summary>
    public static void Use()
    {
        if (Console.IsOutputRedirected)
        {
            Console.SetOut(new StreamWriter(Open(), Console.Out.Encoding) { AutoFlush = true });
        }
    }

    /// <summary>Whether a write failed because nobody reads any more.</summary>
    public static bool IsClosed(Exception failure) => failure is IOException && failure.HResult == BrokenPipe && !OperatingSystem.IsWindows();
}
