using System.CommandLine;
using System.Diagnostics;
using Scraper.Core;
using Scraper.Tests.Hostile;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>hostile</c>: every page made to hurt, in a process of its own, with its time and its greatest memory.</summary>
internal static class HostileCommand
{
    private const double MostSeconds = 5;
    private const double MostMebibytes = 512;
    private static readonly TimeSpan MostChildTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MostChildWait = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var size = new Option<int>("--size") { Description = "UTF-16 code units a page.", DefaultValueFactory = _ => 10_000_000 };
        var only = new Option<string?>("--only") { Description = "Pages whose name has this." };
        var page = new Option<string?>("--page") { Description = "Read this page in this process and print the time in ms.", Hidden = true };
        var command = new Command("hostile", "Reads each hostile page in a process of its own: at most 5 s and 512 MiB, no crash, the article kept.\nExit code 1 where one fails.\n\nExample:\n  hostile --size 10000000") { size, only, page };
        command.SetAction(parsed => parsed.GetValue(page) is { } name
            ? ReadHere(HostilePages.All.Single(p => p.Name == name), parsed.GetValue(size))
            : ReadAll(parsed.GetValue(size), parsed.GetValue(only)));
        return command;
    }

    private static int ReadAll(int size, string? only)
    {
        var failed = 0;
        var pages = HostilePages.All.Where(p => only is null || p.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var page in pages)
        {
            var (ms, mebibytes, outcome) = InChild(page, size);
            var isFine = outcome is "ok" && ms <= MostSeconds * 1000 && mebibytes <= MostMebibytes;
            failed += isFine ? 0 : 1;
            Console.WriteLine($"{(isFine ? "ok  " : "FAIL")} {ms,7:F0} ms {mebibytes,6:F0} MiB  {page.Name}{(outcome is "ok" ? string.Empty : $": {outcome}")}");
        }

        Console.WriteLine($"{pages.Count - failed} of {pages.Count} hostile pages of {size / 1e6:F1} M characters within {MostSeconds} s and {MostMebibytes} MiB");
        return failed == 0 ? 0 : 1;
    }

    private static (double Milliseconds, double Mebibytes, string Outcome) InChild(HostilePage page, int size)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["hostile", "--page", page.Name, "--size", size.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEndAsync();
        var output = child.StandardOutput.ReadToEndAsync();
        var watch = Stopwatch.StartNew();
        while (!child.WaitForExit(TimeSpan.FromMilliseconds(200)))
        {
            // The processor's time, not the wall's: the machine may be busy with other things.
            if (Used(child) > MostChildTime || watch.Elapsed > MostChildWait)
            {
                child.Kill();
                return (MostChildTime.TotalMilliseconds, 0, $"still running after {MostChildTime.TotalSeconds:F0} s");
            }
        }

        var words = output.Result.Split('\t');
        return words.Length == 3
            ? (double.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), words[2].Trim())
            : (0, 0, $"exit code {child.ExitCode}: {error.Result.Split('\n')[0]}");
    }

    private static TimeSpan Used(Process child)
    {
        try
        {
            child.Refresh();
            return child.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has just ended, or ends right now.
            return TimeSpan.Zero;
        }
    }

    private static int ReadHere(HostilePage page, int size)
    {
        var html = page.Make(size);
        GC.Collect();
        var extractor = new Extractor();
        extractor.ExtractHtml("<p>Warm.", new PageContext(), CancellationToken.None);
        var start = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var extraction = page.IsText ? extractor.ExtractText(html, null, CancellationToken.None) : extractor.ExtractHtml(html, new PageContext(), CancellationToken.None);
        var spent = Math.Min((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, watch.Elapsed.TotalMilliseconds);
        var kept = !page.HasArticle || extraction.Article.Text.Contains(HostilePages.Sentence, StringComparison.Ordinal);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{spent:F1}\t{self.PeakWorkingSet64 / 1048576.0:F1}\t{(kept ? "ok" : "the article is lost")}"));
        return 0;
    }
}
