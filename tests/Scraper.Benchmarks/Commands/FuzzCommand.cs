using System.CommandLine;
using System.Diagnostics;
using Scraper.Tests.Hostile.Fuzzing;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>fuzz</c>: spoilt input for every reader, as long as one likes; the same seed gives the same inputs.</summary>
internal static class FuzzCommand
{
    private const double Slow = 1000;

    public static Command Create()
    {
        var seed = new Option<ulong>("--seed") { Description = "Which inputs.", DefaultValueFactory = _ => 1 };
        var runs = new Option<long>("--runs") { Description = "How many; 0 for no end.", DefaultValueFactory = _ => 2_000_000 };
        var from = new Option<long>("--from") { Description = "The first run, to repeat one." };
        var only = new Option<string?>("--only") { Description = "One reader by name." };
        var command = new Command("fuzz", "Feeds spoilt input to decoding, pages, pages of odd data, plain text, rules, ftr rules, feeds, sitemaps, robots.txt, WARC files and stored pages.\nAn exception, or more than 1 s of processor time, is printed with its run; exit code 1.\n\nExample:\n  fuzz --seed 3 --runs 2000000") { seed, runs, from, only };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed.GetValue(seed), parsed.GetValue(from), parsed.GetValue(runs), parsed.GetValue(only), cancellationToken)));
        return command;
    }

    private static int Run(ulong seed, long from, long runs, string? only, CancellationToken cancellationToken)
    {
        var targets = FuzzTargets.All.Where(t => only is null || t.Name == only).ToList();
        var failed = 0L;
        var start = Stopwatch.StartNew();
        var run = from;
        for (; (runs == 0 || run < from + runs) && !cancellationToken.IsCancellationRequested; run++)
        {
            var (target, input) = Fuzzer.Input(targets, seed, run);
            var spent = Stopwatch.GetTimestamp();
            var used = Environment.CpuUsage.TotalTime;
            try
            {
                target.Read(input);
                if (Stopwatch.GetElapsedTime(spent).TotalMilliseconds > Slow && (Environment.CpuUsage.TotalTime - used).TotalMilliseconds > Slow)
                {
                    failed++;
                    Console.WriteLine($"slow: {target.Name}, seed {seed}, run {run}: {Stopwatch.GetElapsedTime(spent).TotalMilliseconds:F0} ms {Convert.ToBase64String(input)}");
                }
            }
            catch (Exception failure)
            {
                failed++;
                Console.WriteLine($"{target.Name}, seed {seed}, run {run}: {failure.GetType().Name} {failure.Message} {failure.StackTrace?.Split('\n')[0].Trim()} {Convert.ToBase64String(input)}");
            }

            if (run % 100_000 == 99_999)
            {
                Console.Error.WriteLine($"{run + 1 - from} runs, {failed} failed, {(run + 1 - from) / start.Elapsed.TotalSeconds:F0} a second");
            }
        }

        Console.WriteLine($"seed {seed}: {run - from} runs over {targets.Count} readers in {start.Elapsed.TotalMinutes:F1} min, {failed} failed");
        return failed == 0 ? 0 : 1;
    }
}
