using Microsoft.Extensions.Logging.Abstractions;

namespace Scraper.Web;

/// <summary>The daemon's loggers, without what the web's own host says: a port that is taken is told once, by <see cref="WebServer"/>, and not with a stack trace.</summary>
internal sealed class WebLoggers(ILoggerFactory loggers) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) =>
        categoryName == "Microsoft.Extensions.Hosting.Internal.Host" ? NullLogger.Instance : loggers.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

    /// <summary>The loggers are the daemon's.</summary>
    public void Dispose()
    {
    }
}
