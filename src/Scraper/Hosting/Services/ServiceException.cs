namespace Scraper.Hosting.Services;

/// <summary>The service manager is missing, refuses, or is not ours to command; the message says what to do.</summary>
internal sealed class ServiceException(string message) : Exception(message);
