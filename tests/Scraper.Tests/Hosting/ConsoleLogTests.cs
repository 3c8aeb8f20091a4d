using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Scraper.Hosting;
using Xunit;

namespace Scraper.Tests.Hosting;

public sealed class ConsoleLogTests
{
    [Theory]
    [InlineData(LogFormat.Text)]
    [InlineData(LogFormat.Json)]
    public void No_server_commands_the_terminal_that_the_log_is_read_on(LogFormat format)
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddConsoleLog(new LogOptions { Format = format }, new LogThreshold(LogLevel.Information)))
            .BuildServiceProvider();
        var chosen = services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName;
        var formatter = services.GetServices<ConsoleFormatter>().Single(f => f.Name == chosen);
        using var written = new StringWriter();

        formatter.Write(
            new LogEntry<string>(LogLevel.Warning, "Scraper.Pipeline", 0, "led to http://x\u001b[31mRED\u0007\u009b2J", new InvalidOperationException("two\nlines \u001b[0m"), (text, _) => text),
            null,
            written);

        var line = written.ToString();
        line.TrimEnd('\r', '\n').Should().NotMatchRegex(@"\p{Cc}").And.Contain("Scraper.Pipeline").And.Contain("led to http://x").And.Contain("RED").And.Contain("InvalidOperationException").And.Contain("lines");
        line.Should().EndWith(Environment.NewLine);
    }
}
