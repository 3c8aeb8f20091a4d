namespace Scraper.Core.Sites;

/// <summary>What becomes of a directive of ftr-site-config.</summary>
internal enum FtrSupport
{
    /// <summary>It is carried over.</summary>
    Carried,

    /// <summary>It changes nothing that ends up in an article's text; nothing is lost by leaving it.</summary>
    NoEffect,

    /// <summary>It means something that is not done here.</summary>
    Unsupported,
}
