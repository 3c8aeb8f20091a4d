namespace Scraper.Benchmarks.Training;

/// <summary>How an ensemble is grown.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Depth">Questions a tree asks.</param>
/// <param name="Rate">Learning rate.</param>
/// <param name="Regularisation">Added to the hessian of a leaf (L2).</param>
/// <param name="Rows">Share of the rows a tree is grown on.</param>
/// <param name="Columns">Share of the columns a tree may ask about.</param>
/// <param name="Seed">Of the choice of rows and columns.</param>
internal sealed record BoostingOptions(
    int Trees = 120, int Depth = 6, double Rate = 0.12, double Regularisation = 0.5, double Rows = 0.2, double Columns = 0.3, ulong Seed = 1);
