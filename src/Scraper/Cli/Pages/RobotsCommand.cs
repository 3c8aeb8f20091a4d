using System.CommandLine;
using System.Text.Json;
using Scraper.Fetching.Robots;

namespace Scraper.Cli;

/// <summary><c>scraper robots test</c>: what a robots.txt lets an agent do.</summary>
internal static class RobotsCommand
{
    public static Command Create() => new("robots", "Work with robots.txt files.") { Test() };

    private static Command Test()
    {
        var file = new Argument<string?>("FILE") { Description = "A robots.txt, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var url = UrlOption.Create("--url", "The URL to ask about, percent-encoded as it would be sent.");
        var agent = new Option<string>("--agent") { Description = "Product token of the crawler, compared whole and without case.", DefaultValueFactory = _ => "Scraper" };
        var jsonl = new Option<string?>("--jsonl") { Description = "Lines {\"robots_txt\",\"user_agent\",\"url\"} to answer with lines {\"allowed\"}; - for standard input.", HelpName = "CASES" };
        var command = new Command(
            "test",
            """
            Say whether a robots.txt allows a URL (RFC 9309; where Google's parser differs, as Google's).

            Prints "allowed" or "disallowed". Exit codes: 0 allowed, 1 disallowed, 2 usage. With --jsonl every line is answered
            and the exit code is 0; a line that is no such object is answered with {"error"}, named with its number on standard
            error, and the exit code is 1.

            Examples:
              scraper robots test robots.txt --url https://example.com/private/a --agent Scraper
              curl -s https://example.com/robots.txt | scraper robots test - --url https://example.com/
              scraper robots test --jsonl cases.jsonl > answers.jsonl
            """)
        {
            file, url, agent, jsonl,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(jsonl) is { } cases)
            {
                return await AnswerAllAsync(cases, cancellationToken);
            }

            if (parsed.GetValue(file) is not { } path || parsed.GetValue(url) is not { } asked)
            {
                throw new CliException("robots test needs FILE and --url, or --jsonl CASES");
            }

            var allowed = RobotsTxt.Parse((await PageFile.ReadAsync(path, cancellationToken)).Body).IsAllowed(parsed.GetRequiredValue(agent), asked.OriginalString);
            Console.WriteLine(allowed ? "allowed" : "disallowed");
            return allowed ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }

    private static async Task<int> AnswerAllAsync(string path, CancellationToken cancellationToken)
    {
        using var input = path == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(path);
        await using var output = new StreamWriter(StandardOutput.Open());
        var (failed, number) = (false, 0);
        while (await ReadLineAsync(input, cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (allowed, error) = Answer(line);
            failed |= error is not null;
            if (error is not null)
            {
                await Console.Error.WriteLineAsync($"scraper: {path}:{number}: {error}");
            }

            var answer = error is null ? (allowed ? "{\"allowed\":true}" : "{\"allowed\":false}") : JsonSerializer.Serialize(new { line = number, error });
            await output.WriteLineAsync(answer.AsMemory(), cancellationToken);
        }

        return failed ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    /// <summary>A read of a terminal or a pipe cannot be called off, and is left to itself.</summary>
    private static Task<string?> ReadLineAsync(StreamReader input, CancellationToken cancellationToken) =>
        Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);

    private static (bool Allowed, string? Error) Answer(string line)
    {
        try
        {
            using var one = JsonDocument.Parse(line);
            if (one.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (false, "not an object with robots_txt, user_agent and url");
            }

            var asked = one.RootElement;
            return (RobotsTxt.Parse(JsonField.Text(asked, "robots_txt")).IsAllowed(JsonField.Text(asked, "user_agent"), JsonField.Text(asked, "url")), null);
        }
        catch (JsonException e)
        {
            return (false, $"not JSON: {JsonProblem.Of(e)}");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            // A string with half a surrogate pair is an InvalidOperationException.
            return (false, e.Message);
        }
    }
}
