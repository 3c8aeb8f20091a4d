using System.Runtime.InteropServices;
using SQLitePCL;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Chooses the SQLite library, once a process: the system's own where it is newer than the bundled one (which is old
/// enough to carry advisories) and can do full-text search.
/// </summary>
internal static class NativeSqlite
{
    private static readonly string[] SystemLibraries = OperatingSystem.IsWindows()
        ? ["winsqlite3"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib", "libsqlite3.dylib"] : ["libsqlite3.so.0", "libsqlite3.so"];

    /// <summary>SQLITE_FCNTL_HAS_MOVED (https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).</summary>
    private const int HasMovedControl = 20;

    private static readonly Lazy<(string Name, FileControl? Control)> Loaded = new(Load);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CompileOptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string option);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int FileControl(IntPtr connection, IntPtr database, int operation, out int answer);

    /// <summary>Loads it on the first call.</summary>
    /// <returns>Its name and version, for people.</returns>
    public static string EnsureLoaded() => Loaded.Value.Name;

    /// <summary>Whether the file that a connection has open is no longer the one at its path. Windows keeps open files where they are, and says no.</summary>
    public static bool HasMoved(sqlite3 connection) =>
        Loaded.Value.Control is { } control && control(connection.DangerousGetHandle(), IntPtr.Zero, HasMovedControl, out var answer) == raw.SQLITE_OK && answer != 0;

    private static (string Name, FileControl? Control) Load()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var bundled = NativeLibrary.TryLoad("e_sqlite3", provider, null, out var own) ? own : IntPtr.Zero;
        var system = FindSystem(bundled == IntPtr.Zero ? 0 : Version(bundled));
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? system ?? bundled : IntPtr.Zero);
        Batteries_V2.Init();
        return ($"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({(system is null ? "bundled" : "system")})", ControlOf(system ?? bundled));
    }

    private static FileControl? ControlOf(IntPtr library) =>
        library != IntPtr.Zero && NativeLibrary.TryGetExport(library, "sqlite3_file_control", out var export) ? Marshal.GetDelegateForFunctionPointer<FileControl>(export) : null;

    private static IntPtr? FindSystem(int atLeast)
    {
        foreach (var name in SystemLibraries)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                if (Version(library) > atLeast && HasFullText(library))
                {
                    return library;
                }

                NativeLibrary.Free(library);
            }
        }

        return null;
    }

    private static int Version(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)()
            : 0;

    private static bool HasFullText(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var export)
        && Marshal.GetDelegateForFunctionPointer<CompileOptionUsed>(export)("ENABLE_FTS5") != 0;
}
