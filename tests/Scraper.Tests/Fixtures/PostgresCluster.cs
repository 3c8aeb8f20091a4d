using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Scraper.Tests.Fixtures;

/// <summary>A PostgreSQL server of the tests' own, on loopback, with its files in a temporary folder.</summary>
public sealed class PostgresCluster : IDisposable
{
    private const string User = "scraper";

    /// <summary>Waits for the end of a process, then ends the server of a folder and removes the folder.</summary>
    private const string Removal =
        """
        exec </dev/null >/dev/null 2>&1
        tail --pid="$0" -f /dev/null
        kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")" && sleep 2
        rm -rf "$1"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<PostgresCluster> OneForAll = new(() =>
    {
        var cluster = new PostgresCluster();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return cluster;
    });

    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-postgres-").FullName;
    private readonly bool _isDurable;
    private Process? _server;
    private int _databases;

    /// <param name="isDurable">Whether commits wait for the disk, as they do in use.</param>
    public PostgresCluster(bool isDurable = false)
    {
        _isDurable = isDurable;
        RemoveOnceTheTestsAreGone();
        Port = FreePort();
        if (MustChangeUser)
        {
            Run("chown", "postgres", _folder);
        }

        Run([.. AsUser, Path.Combine(Binaries!, "initdb"), "-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        Start();
    }

    /// <summary>Why there is none; <see langword="null"/> where there is.</summary>
    public static string? Missing { get; } = Binaries is null ? "needs PostgreSQL's server (Debian: postgresql), which is not here"
        : MustChangeUser && !File.Exists("/usr/sbin/runuser") ? "PostgreSQL's server refuses root, and there is no runuser" : null;

    /// <summary>The one that tests share that do not stop it.</summary>
    public static PostgresCluster Shared => OneForAll.Value;

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    private static bool MustChangeUser => Environment.UserName == "root";

    private static string[] AsUser => MustChangeUser ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : [];

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The connection string of a database.</summary>
    public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username={User};Database={database};Include Error Detail=true";

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public string CreateDatabase()
    {
        var name = $"db{Interlocked.Increment(ref _databases)}_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name}");
        return Connection(name);
    }

    /// <summary>Drops a database, whoever is connected.</summary>
    public void DropDatabase(string connection)
    {
        NpgsqlConnection.ClearAllPools();
        Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    public void Start()
    {
        string[] command =
        [
            .. AsUser, Path.Combine(Binaries!, "postgres"), "-D", Data, "-k", _folder, "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", $"fsync={(_isDurable ? "on" : "off")}", "-c", $"synchronous_commit={(_isDurable ? "on" : "off")}", "-c", "log_destination=stderr",
        ];
        _server = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, WorkingDirectory = "/" })!;
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        for (var waited = Stopwatch.StartNew(); !Answers(); Thread.Sleep(20))
        {
            if (waited.Elapsed > Patience || _server.HasExited)
            {
                throw new InvalidOperationException("PostgreSQL did not start");
            }
        }
    }

    /// <summary>Stops it: connections are cut, commits that were acknowledged are kept.</summary>
    public void Stop() => Stop("INT");

    /// <summary>Kills it without any chance to put things in order; its next start recovers.</summary>
    public void Crash() => Stop("QUIT");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Crash(); // nothing of it is wanted any more
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Stop(string signal)
    {
        if (_server is { HasExited: false })
        {
            var pid = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
            Run("/bin/sh", "-c", $"kill -{signal} {pid}"); // a bare machine has no kill program
            _server.WaitForExit(Patience);
        }

        _server?.Dispose();
        _server = null;
    }

    /// <summary>The test runner kills its host a moment after the last test, long before a folder of this size is removed.</summary>
    private void RemoveOnceTheTestsAreGone()
    {
        if (OperatingSystem.IsLinux())
        {
            Process.Start("sh", ["-c", Removal, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), _folder]).Dispose();
        }
    }

    private bool Answers()
    {
        try
        {
            Execute("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=False");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static void Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {error}{output.Result}");
        }
    }

    private static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
