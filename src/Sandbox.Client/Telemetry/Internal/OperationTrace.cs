using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Telemetry.Internal;

/// <summary>What one operation tells to whoever listens: a span, a duration, a log line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OperationTrace
{
    private readonly Operation _operation;
    private readonly Activity? _activity;
    private readonly ILogger _logger;
    private readonly long _started;

    private OperationTrace(Operation operation, Activity? activity, ILogger logger)
    {
        _operation = operation;
        _activity = activity;
        _logger = logger;
        _started = Instruments.OperationDuration.Enabled || logger.IsEnabled(LogLevel.Debug) ? Stopwatch.GetTimestamp() : 0;
    }

    public static OperationTrace Start(Operation operation, string? namespaceName, ILogger logger)
    {
        var activity = Instruments.Source.HasListeners() ? Instruments.Source.StartActivity(operation.Name, ActivityKind.Client) : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(SandboxTelemetry.OperationTag, operation.Name);
            if (namespaceName is not null)
            {
                activity.SetTag(SandboxTelemetry.NamespaceTag, namespaceName);
            }
        }

        return new(operation, activity, logger);
    }

    public void Succeeded(int statusCode) => End(statusCode, errorType: null);

    public void Failed(Exception error)
    {
        var failure = error as SandboxException;
        var errorType = error is OperationCanceledException ? "Cancelled" : ErrorType(error);
        _activity?.SetStatus(ActivityStatusCode.Error);
        End((int?)failure?.StatusCode, errorType);
    }

    private static string ErrorType(Exception error)
    {
        var name = error.GetType().Name.AsSpan();
        name = name.StartsWith("Sandbox", StringComparison.Ordinal) ? name["Sandbox".Length..] : name;
        return (name.EndsWith("Exception", StringComparison.Ordinal) ? name[..^"Exception".Length] : name).ToString();
    }

    private void End(int? statusCode, string? errorType)
    {
        if (_activity is not null)
        {
            if (statusCode is { } code)
            {
                _activity.SetTag(SandboxTelemetry.StatusCodeTag, code);
            }

            if (errorType is not null)
            {
                _activity.SetTag(SandboxTelemetry.ErrorTypeTag, errorType);
            }

            _activity.Dispose();
        }

        if (_started != 0)
        {
            Report(Stopwatch.GetElapsedTime(_started), statusCode, errorType);
        }
    }

    private void Report(TimeSpan elapsed, int? statusCode, string? errorType)
    {
        var tags = new TagList { { SandboxTelemetry.OperationTag, _operation.Name } };
        if (statusCode is { } code)
        {
            tags.Add(SandboxTelemetry.StatusCodeTag, code);
        }

        if (errorType is not null)
        {
            tags.Add(SandboxTelemetry.ErrorTypeTag, errorType);
        }

        Instruments.OperationDuration.Record(elapsed.TotalSeconds, tags);
        if (errorType is null)
        {
            Log.OperationSucceeded(_logger, _operation.Name, statusCode, elapsed.TotalMilliseconds);
        }
        else
        {
            Log.OperationFailed(_logger, _operation.Name, statusCode, errorType, elapsed.TotalMilliseconds);
        }
    }
}
