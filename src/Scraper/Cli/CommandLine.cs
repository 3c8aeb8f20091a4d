using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Runs one command line and turns what goes wrong into one line and an exit code, never a stack trace.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan GraceAfterCancel = TimeSpan.FromSeconds(10);

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) => RunAsync(CommandTree.Create(args), args, cancellationToken);

    /// <param name="root">The program with the commands that may be meant.</param>
    /// <param name="args">The command line.</param>
    /// <param name="cancellationToken">Ends the command, as Ctrl-C does.</param>
    public static async Task<int> RunAsync(RootCommand root, string[] args, CancellationToken cancellationToken)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed, [.. parsed.Errors.Select(Explain)]);
        }

        if (Empty(parsed) is { } empty)
        {
            return Refuse(parsed, $"{empty}: is empty; name something, or leave it out");
        }

        StandardOutput.Use();
        try
        {
            var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = GraceAfterCancel };
            return await parsed.InvokeAsync(settings, cancellationToken);
        }
        catch (CliException wrong)
        {
            return await RefuseAsync(wrong);
        }
        catch (StoreException trouble)
        {
            await Console.Error.WriteLineAsync($"scraper: {trouble.Message}");
            return trouble.Fault is StoreFault.Missing or StoreFault.Foreign or StoreFault.Newer or StoreFault.Invalid ? ExitCode.Usage : ExitCode.SomeFailed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("scraper: cancelled");
            return ExitCode.Cancelled;
        }
        catch (FileNotFoundException missing)
        {
            return await RefuseAsync(CliException.NoSuchPath(missing.FileName ?? missing.Message));
        }
        catch (DirectoryNotFoundException missing)
        {
            return await RefuseAsync(Explain(missing));
        }
        catch (IOException failure) when (StandardOutput.IsClosed(failure))
        {
            return ExitCode.OutputClosed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"scraper: {failure.Message}");
            return ExitCode.SomeFailed;
        }
        catch (Exception bug)
        {
            await Console.Error.WriteLineAsync($"scraper: {bug.GetType().Name}: {bug.Message}; this is a bug of ours, please report it with what you ran");
            return ExitCode.SomeFailed;
        }
    }

    private static async Task<int> RefuseAsync(CliException wrong)
    {
        foreach (var problem in wrong.Problems)
        {
            await Console.Error.WriteLineAsync($"scraper: {problem}");
        }

        return wrong.ExitCode;
    }

    /// <summary>Only what .NET says of a missing folder tells which one it is, in quotes; what we say ourselves has none.</summary>
    private static CliException Explain(DirectoryNotFoundException missing)
    {
        var (from, to) = (missing.Message.IndexOf('\'', StringComparison.Ordinal), missing.Message.LastIndexOf('\''));
        return from < to ? CliException.NoSuchPath(missing.Message[(from + 1)..to]) : new CliException(missing.Message);
    }

    private static int Refuse(ParseResult parsed, params IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"scraper: {problem}");
        }

        Console.Error.WriteLine($"Try 'scraper{PathOf(parsed.CommandResult)} --help'.");
        return ExitCode.Usage;
    }

    /// <summary>What was given without saying anything, as a shell does with a variable that is not set.</summary>
    private static string? Empty(ParseResult parsed) => parsed.CommandResult.Children.FirstOrDefault(c => c.Tokens.Any(t => t.Value.Length == 0)) switch
    {
        OptionResult given => given.Option.Name,
        ArgumentResult given => given.Argument.Name,
        _ => null,
    };

    /// <summary>Of a value that is none of its option's type the library tells .NET's name for the type.</summary>
    private static string Explain(ParseError error) =>
        error.SymbolResult is OptionResult { Option: var option, Tokens: [var token] } && (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType) == typeof(int) && !int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
            ? $"{option.Name} {token.Value}: not a whole number"
            : error.Message;

    /// <summary>The commands below the program that lead to one, each with a space in front.</summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : string.Empty;
}
