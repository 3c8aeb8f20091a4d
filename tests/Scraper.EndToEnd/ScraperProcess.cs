using System.Diagnostics;
using System.Text;

namespace Scraper.EndToEnd;

/// <summary>The real executable as a child process.</summary>
internal sealed class ScraperProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Path of the executable.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "scraper.exe" : "scraper");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private ScraperProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written to standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>What it has written to standard error so far.</summary>
    public string Error => Read(_error);

    /// <summary>Starts <c>scraper ARGUMENTS</c> in a folder.</summary>
    public static ScraperProcess Start(string folder, params string[] arguments) => StartProgram(folder, Program, arguments);

    /// <summary>The same with variables in its environment.</summary>
    public static ScraperProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        StartProgram(folder, Program, arguments, environment);

    /// <summary>Starts it with a standard input into which nobody writes and that does not end.</summary>
    public static ScraperProcess StartWithOpenInput(string folder, params string[] arguments) =>
        StartProgram(folder, "/bin/sh", ["-c", "mkfifo pipe && exec 3<>pipe && exec \"$0\" \"$@\" <&3", Program, .. arguments]);

    /// <summary>Runs it to its end.</summary>
    public static async Task<ScraperResult> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await process.EndAsync();
    }

    /// <summary>Runs it to its end as somebody who is not root, whom file modes do not bind.</summary>
    public static Task<ScraperResult> RunUnprivilegedAsync(string folder, params string[] arguments) => RunUnprivilegedAsync(Program, folder, arguments);

    /// <summary>The same with any program.</summary>
    public static async Task<ScraperResult> RunUnprivilegedAsync(string program, string folder, IEnumerable<string> arguments)
    {
        using var process = Environment.UserName == "root"
            ? StartProgram(folder, "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", program, .. arguments])
            : StartProgram(folder, program, arguments);
        return await process.EndAsync();
    }

    /// <summary>Starts another program.</summary>
    public static ScraperProcess StartProgram(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // Settings of the machine that the tests run on are none of their business.
        start.Environment["CONFIGURATION_DIRECTORY"] = System.IO.Path.Combine(folder, "no-settings");
        // Several daemons run at a time.
        start.Environment["SCRAPER__Web__Urls__0"] = "http://127.0.0.1:0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new ScraperProcess(new Process { StartInfo = start });
    }

    /// <summary>Waits until a text stands in its standard error.</summary>
    public Task SeesAsync(string text) => ReachesAsync($"said \"{text}\"", () => Task.FromResult(Error.Contains(text, StringComparison.Ordinal)));

    /// <summary>Waits, as long as it runs, until it has come so far.</summary>
    public async Task ReachesAsync(string what, Func<Task<bool>> isThere)
    {
        for (var waited = Stopwatch.StartNew(); !await isThere(); await Task.Delay(10))
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"never {what}:\n{Error}\n{Output}");
            }
        }
    }

    /// <summary>Waits until it waits itself: it has begun, and for a second has used no processor time.</summary>
    public async Task IsIdleAsync()
    {
        var before = TimeSpan.Zero;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(1000))
        {
            _process.Refresh();
            if (_process.TotalProcessorTime == before && before > TimeSpan.FromMilliseconds(50))
            {
                return;
            }

            before = _process.TotalProcessorTime;
        }

        throw new InvalidOperationException($"never waited:\n{Error}");
    }

    /// <summary>SIGTERM.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>SIGKILL: no chance to put anything in order.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="longest">How long; 90 seconds where nothing is said.</param>
    public async Task<ScraperResult> EndAsync(TimeSpan? longest = null)
    {
        var limit = longest ?? Patience;
        var watch = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            throw new TimeoutException($"did not end within {limit.TotalSeconds} s:\n{Error}\n{Output}");
        }

        return new ScraperResult(_process.ExitCode, Output, Error, watch.Elapsed);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Any signal.</summary>
    public void Signal(string name)
    {
        // The shell has a kill of its own; the program is not on every machine.
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
