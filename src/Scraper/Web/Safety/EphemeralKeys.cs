using Microsoft.AspNetCore.DataProtection;

namespace Scraper.Web.Safety;

/// <summary>Keys of cookies and forms that are in memory only and end with the process.</summary>
internal static class EphemeralKeys
{
    /// <summary>Adds them; after whatever else asks for data protection.</summary>
    public static void AddEphemeralKeys(this IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();

        // What loads the key ring at start would make one in the home folder, though nobody uses it.
        foreach (var loader in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(EphemeralDataProtectionProvider).Assembly).ToList())
        {
            services.Remove(loader);
        }
    }
}
