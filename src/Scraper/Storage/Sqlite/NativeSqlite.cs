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

    private static readonly Lazy<string> Loaded = new(Load);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CompileOptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string option);

    /// <summary>Loads it on the first call.</summary>
    /// <returns>Its name and version, for people.</returns>
    public static string EnsureLoaded() => Loaded.Value;

    private static string Load()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var bundled = NativeLibrary.TryLoad("e_sqlite3", provider, null, out var own) ? own : IntPtr.Zero;
        var system = FindSystem(bundled == IntPtr.Zero ? 0 : Version(bundled));
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? system ?? bundled : IntPtr.Zero);
        Batteries_V2.Init();
        return $"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({(system is null ? "bundled" : "system")})";
    }

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
