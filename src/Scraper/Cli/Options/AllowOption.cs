using System.CommandLine;
using Scraper.Fetching.Addresses;

namespace Scraper.Cli;

/// <summary>The option that names targets that may be dialled though they are not public.</summary>
internal static class AllowOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--allow") { Description = "A target that may be dialled though it is not public: host[:port][=CIDR]. May be given several times.", DefaultValueFactory = _ => [] };
        option.Validators.Add(result =>
        {
            try
            {
                _ = new AllowList([.. result.Tokens.Select(t => t.Value)], new ConnectMap(new Dictionary<string, string>()));
            }
            catch (FormatException wrong)
            {
                result.AddError($"--allow: {wrong.Message}");
            }
        });
        return option;
    }
}
