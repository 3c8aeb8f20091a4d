using Scraper.Cli;

return await CommandLine.RunAsync(args, CancellationToken.None);
