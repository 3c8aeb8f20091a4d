using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Npgsql;
using Scraper.Hosting;
using Xunit;

namespace Scraper.Tests.Hosting;

public sealed class ConsoleLogTests
{
    [Fact]
    public void A_database_that_is_away_is_said_in_a_line_without_its_stack()
    {
        var line = Written(LogFormat.Text, "Error managing the cluster: no connection\n   at Npgsql.Open()", Thrown(new NpgsqlException("Failed to connect", new IOException("refused"))));

        line.Should().Contain("Error managing the cluster: no connection").And.Contain("NpgsqlException: Failed to connect").And.NotContain("   at ");
        Written(LogFormat.Text, "A bug", Thrown(new InvalidOperationException("of ours"))).Should().Contain("   at ");

        static Exception Thrown(Exception exception)
        {
            try
            {
                throw exception;
            }
            catch (Exception e) when (e == exception)
            {
                return e;
            }
        }
    }

    [Theory]
    [InlineData(LogFormat.Text)]
    [InlineData(LogFormat.Json)]
    public void No_server_commands_the_terminal_that_the_log_is_read_on(LogFormat format)
    {
        var line = Written(format, "led to http://x\u001b[31mRED\u0007\u009b2J", new InvalidOperationException("two\nlines \u001b[0m"));

        line.TrimEnd('\r', '\n').Should().NotMatchRegex(@"\p{Cc}").And.Contain("Scraper.Pipeline").And.Contain("led to http://x").And.Contain("RED").And.Contain("InvalidOperationException").And.Contain("lines");
        line.Should().EndWith(Environment.NewLine);
    }

    private static string Written(LogFormat format, string message, Exception exception)
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddConsoleLog(new LogOptions { Format = format }, new LogThreshold(LogLevel.Information)))
            .BuildServiceProvider();
        var chosen = services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName;
        var formatter = services.GetServices<ConsoleFormatter>().Single(f => f.Name == chosen);
        using var written = new StringWriter();

        formatter.Write(
            new LogEntry<string>(LogLevel.Warning, "Scraper.Pipeline", 0, message, exception, (text, _) => text),
            null,
            written);
        return written.ToString();
    }
}
