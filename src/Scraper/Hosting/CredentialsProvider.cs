namespace Scraper.Hosting;

/// <summary>
/// Settings that the service manager hands over as files, one each, named as the key with dots in place of colons
/// (systemd.exec(5), <c>LoadCredential=</c>). Files of other names are somebody else's.
/// </summary>
internal sealed class CredentialsProvider(string folder, IReadOnlyCollection<string> keys) : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>The file of a key.</summary>
    public string FileOf(string path) => Path.Combine(folder, path.Replace(':', '.'));

    public override void Load()
    {
        foreach (var key in keys.Where(k => File.Exists(FileOf(k))))
        {
            Data[key] = SecretFile.Read(FileOf(key));
        }
    }
}
