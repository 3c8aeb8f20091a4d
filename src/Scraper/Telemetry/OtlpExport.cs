using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Scraper.Telemetry;

/// <summary>Sends figures and traces over OTLP while the host runs, where a receiver is set, and once more at the end. Logs go by <see cref="AddOtlpLog"/>.</summary>
internal sealed class OtlpExport(TelemetryOptions options) : IHostedService, IDisposable
{
    private const string ServiceName = "scraper";
    private const int LongestFlush = 2_000;

    private MeterProvider? _figures;
    private TracerProvider? _traces;

    /// <summary>Sends logs, too, where a receiver is set.</summary>
    public static void AddOtlpLog(ILoggingBuilder logging, TelemetryOptions options)
    {
        if (options.Otlp.Length > 0)
        {
            logging.AddOpenTelemetry(o =>
            {
                o.IncludeFormattedMessage = true;
                o.SetResourceBuilder(Resource()).AddOtlpExporter(e => Aim(e, options, "logs"));
            });
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Otlp.Length > 0)
        {
            _figures = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(Resource())
                .AddMeter(VisitMetrics.MeterName)
                .AddOtlpExporter((exporter, reader) =>
                {
                    Aim(exporter, options, "metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)Math.Min(options.Every.TotalMilliseconds, int.MaxValue);
                })
                .Build();
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(Resource())
                .AddSource(Traces.SourceName)
                .SetSampler(new TraceIdRatioBasedSampler(options.Traced))
                .AddOtlpExporter(e => Aim(e, options, "traces"))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _figures?.ForceFlush(LongestFlush);
        _traces?.ForceFlush(LongestFlush);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _figures?.Dispose();
        _traces?.Dispose();
    }

    private static void Aim(OtlpExporterOptions exporter, TelemetryOptions options, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{options.Otlp.TrimEnd('/')}/v1/{signal}");
    }

    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty().AddService(ServiceName, autoGenerateServiceInstanceId: false);
}
