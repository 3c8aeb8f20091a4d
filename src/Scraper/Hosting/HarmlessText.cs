using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Scraper.Cli;

namespace Scraper.Hosting;

/// <summary>
/// The simple console format, with the control characters of every message as spaces: what a server says of itself must not
/// command the terminal on which the log is read.
/// </summary>
internal sealed class HarmlessText(IServiceProvider services) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "harmless";

    // Only on first use: it is one of the formatters, as this is.
    private readonly Lazy<ConsoleFormatter> _simple = new(() => services.GetServices<ConsoleFormatter>().First(f => f.Name == ConsoleFormatterNames.Simple));

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var text = TerminalText.OneLine(logEntry.Exception switch
        {
            null => message,
            var away when IsAway(away) => $"{FirstLine(message)} {away.GetType().Name}: {FirstLine(away.Message)}",
            var exception => $"{message} {exception}",
        });
        _simple.Value.Write(new LogEntry<string>(logEntry.LogLevel, logEntry.Category, logEntry.EventId, text, null, (line, _) => line), scopeProvider, textWriter);
    }

    /// <summary>Whether a database cannot be reached or will do it again: who waits for it tells so many times a minute, and its stack says nothing.</summary>
    private static bool IsAway(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true })
            {
                return true;
            }
        }

        return false;
    }

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;
}
