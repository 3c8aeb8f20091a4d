using Npgsql;
using Quartz;

namespace Scraper.Scheduling;

/// <summary>Where Quartz keeps jobs and triggers: in memory for one daemon, in PostgreSQL for a cluster of them.</summary>
internal static class JobStore
{
    /// <summary>How often a node tells the others that it is alive.</summary>
    public static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>How late a check-in may be. A node is taken for dead, and its visits are made by others, <see cref="CheckIn"/> and this after its last.</summary>
    public static readonly TimeSpan CheckInMisfire = TimeSpan.FromSeconds(10);

    /// <summary>Connections of the schedule to the database, at most, besides the store's.</summary>
    private const int Connections = 8;

    /// <summary>A node that is stopped in the middle of a transaction must not keep the schedule's locks from the others.</summary>
    private const string StoppedNode = "-c idle_in_transaction_session_timeout=10s";

    /// <summary>Chooses the job store.</summary>
    /// <param name="quartz">The scheduler.</param>
    /// <param name="database">Connection string of the database that nodes share; <see langword="null"/> for one daemon alone.</param>
    public static IQuartzBuilder UseJobStore(this IQuartzBuilder quartz, string? database)
    {
        // A visit that is cut off waits for this: without it every stop would take the whole of that patience.
        quartz.ConfigureScheduler(s => s.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        if (database is null)
        {
            return quartz.UseInMemoryStore();
        }

        var connection = new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = Connections, ApplicationName = "scraper schedule" };
        connection.Options ??= StoppedNode;
        quartz.UseInstanceIdGenerator<NodeIdentity>().ConfigureScheduler(s =>
        {
            s.InstanceName = "scraper";
            s.GenerateInstanceId = true;
            s.IdleWaitTime = CheckIn;
        });
        return quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection.ConnectionString);
            store.ProvisionSchema();
            store.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (CheckIn, CheckInMisfire));
            store.ConfigureStore(s =>
            {
                s.DbRetryInterval = CheckIn;
                // These go on asking a database that is away, and would keep a process that ends from ending.
                s.UseBackgroundThreads = true;
                s.RecoverFiringsCancelledByShutdown = true;
            });
        });
    }
}
