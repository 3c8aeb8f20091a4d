using System.Diagnostics;
using Scraper.Storage.Sqlite;

namespace Scraper.Tests.Storage;

/// <summary>Another process that holds a store's write lock until it is disposed.</summary>
internal sealed class WriteLock : IDisposable
{
    private readonly Process _process;

    public WriteLock(string path)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(KillTarget).Assembly.Location, "lock", path])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        if (_process.StandardOutput.ReadLine() != "locked")
        {
            throw new InvalidOperationException("the other process did not get the lock");
        }
    }

    public static async Task<int> HoldAsync(string path)
    {
        using var connection = new SqliteFile(path).OpenUnmigrated();
        SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
        Console.WriteLine("locked");
        await Console.In.ReadLineAsync();
        return 0;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
