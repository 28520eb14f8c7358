using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sandbox.Client.Telemetry.Internal;

internal static class Instruments
{
    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    public static readonly ActivitySource Source = new(SandboxTelemetry.ActivitySourceName, Version);

    private static readonly Meter Meter = new(SandboxTelemetry.MeterName, Version);

    public static readonly Histogram<double> OperationDuration = Meter.CreateHistogram<double>(
        SandboxTelemetry.OperationDurationName, unit: "s", description: "How long operations of the sandbox client took.");
}
