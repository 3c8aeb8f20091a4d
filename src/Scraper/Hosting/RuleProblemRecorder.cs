using Scraper.Core.Sites;
using Scraper.Storage;

namespace Scraper.Hosting;

/// <summary>Keeps in the store which rule files are refused, so that <c>scraper status</c>, another process, can tell.</summary>
internal sealed class RuleProblemRecorder(SiteCatalogue catalogue, IStore store, TimeProvider time, ILogger<RuleProblemRecorder> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Records the present problems, and from now on every change of them.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await RecordAsync(cancellationToken);
        catalogue.Changed += OnChanged;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        catalogue.Changed -= OnChanged;
        _turn.Dispose();
    }

    private async void OnChanged(object? sender, EventArgs e)
    {
        try
        {
            await RecordAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is StoreException or ObjectDisposedException)
        {
            logger.LogError("Problems of rule files could not be recorded: {Message}", failure.Message);
        }
        catch (Exception bug)
        {
            // Nobody awaits this: what is not caught here ends the process.
            logger.LogError(bug, "Problems of rule files could not be recorded; this is a bug of ours, please report it");
        }
    }

    private async Task RecordAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var problems = catalogue.Problems.Where(p => p.Severity == SiteProblemSeverity.Error)
                .Select(p => new RuleFileProblem(p.Source, p.Line, p.Column, p.Key, p.Message, catalogue.IsInForce(p.Source), now));
            await store.Rules.SetProblemsAsync([.. problems], cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }
}
