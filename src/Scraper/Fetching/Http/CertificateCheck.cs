using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Scraper.Fetching.Http;

/// <summary>Verifies certificates as the system does, save for hosts the operator has excepted by name.</summary>
internal sealed class CertificateCheck(IReadOnlyList<string> excepted, ILogger logger)
{
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        var host = (sender as SslStream)?.TargetHostName ?? string.Empty;
        if (!excepted.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        logger.LogWarning("The certificate of {Host} is not valid ({Errors}) and is accepted because the settings except it", host, errors);
        return true;
    }
}
