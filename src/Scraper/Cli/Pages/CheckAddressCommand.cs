using System.CommandLine;

namespace Scraper.Cli;

/// <summary><c>scraper check-address</c>: may this URL be dialled, and why not.</summary>
internal static class CheckAddressCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "The URL, as it would be configured or linked." };
        var allow = AllowOption.Create();
        var command = new Command(
            "check-address",
            """
            Say whether a URL may be fetched by the settings (Fetching:Allow, Fetching:ConnectTo): its form, its scheme, and
            every address its host resolves to.

            Prints "allowed" or "blocked: <reason>". Exit codes: 0 allowed, 3 blocked. A name that does not resolve now is
            allowed: it is looked up and checked again whenever it is dialled, so nothing depends on this answer.

            Examples:
              scraper check-address https://example.com/
              scraper check-address http://169.254.169.254/latest/meta-data/
              scraper check-address http://10.1.2.3:8080/ --allow 10.1.2.3:8080
            """)
        {
            url, allow, SettingsOptions.Config(),
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = SettingsOptions.ReadAll(parsed).Options!.Fetching;
            return new AddressCheck(options with { Allow = [.. options.Allow, .. parsed.GetRequiredValue(allow)] }, Console.Out)
                .RunAsync(parsed.GetRequiredValue(url), cancellationToken);
        });
        return command;
    }
}
