namespace Scraper.Hosting;

/// <summary>
/// A setting that is never shown. It may also be given as a file, by the key with <c>File</c> at its end
/// (<c>Alarms:WebhookFile</c>), or as a systemd credential of the key's name with dots (<c>Alarms.Webhook</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
