using Microsoft.Extensions.Logging;

namespace Sandbox.Client.Telemetry.Internal;

/// <summary>What the client logs. The ids of the events never change.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, EventName = "OperationSucceeded", Level = LogLevel.Debug, Message = "{Operation} was answered with {StatusCode} in {ElapsedMilliseconds} ms.")]
    public static partial void OperationSucceeded(ILogger logger, string operation, int? statusCode, double elapsedMilliseconds);

    [LoggerMessage(EventId = 2, EventName = "OperationFailed", Level = LogLevel.Debug, Message = "{Operation} failed with {ErrorType} (status {StatusCode}) in {ElapsedMilliseconds} ms.")]
    public static partial void OperationFailed(ILogger logger, string operation, int? statusCode, string errorType, double elapsedMilliseconds);

    [LoggerMessage(EventId = 3, EventName = "ForeignRowsDropped", Level = LogLevel.Warning, Message = "{Operation} dropped {Count} rows that belong to other namespaces than {Namespace}; the server lists them by mistake.")]
    public static partial void ForeignRowsDropped(ILogger logger, string operation, long count, string @namespace);

    [LoggerMessage(EventId = 4, EventName = "RowUnreadable", Level = LogLevel.Warning, Message = "{Operation} can't read row {Index} of the list: {Problem}")]
    public static partial void RowUnreadable(ILogger logger, string operation, long index, string problem);

    [LoggerMessage(EventId = 5, EventName = "AttemptFailed", Level = LogLevel.Information, Message = "{Operation}: attempt {Attempt} failed ({Reason}); the next one is made in {DelayMilliseconds} ms.")]
    public static partial void AttemptFailed(ILogger logger, string operation, int attempt, string reason, double delayMilliseconds);

    [LoggerMessage(EventId = 6, EventName = "LeasesAbandoned", Level = LogLevel.Warning, Message = "The client was disposed while {Count} leases were open; their sandboxes may still run. Dispose it with DisposeAsync.")]
    public static partial void LeasesAbandoned(ILogger logger, int count);
}
