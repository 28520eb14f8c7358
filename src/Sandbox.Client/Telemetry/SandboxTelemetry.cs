namespace Sandbox.Client.Telemetry;

/// <summary>The names under which this library can be listened to. Nothing is recorded while nobody listens.</summary>
/// <remarks>Tags hold the operation, the namespace (spans only), the status and the kind of error; never an id, a key or a query.</remarks>
public static class SandboxTelemetry
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/>: one span of kind "client" for each operation, named as the operation, for example <c>sandboxes.create</c>.</summary>
    public const string ActivitySourceName = "Sandbox.Client";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Sandbox.Client";

    /// <summary>The category of the log.</summary>
    public const string LoggerCategoryName = "Sandbox.Client";

    /// <summary>The histogram of how long operations took, in seconds; for a list, up to its end.</summary>
    public const string OperationDurationName = "sandbox.client.operation.duration";

    /// <summary>The tag with the operation, on spans and metrics.</summary>
    public const string OperationTag = "sandbox.operation";

    /// <summary>The tag with the namespace, on spans.</summary>
    public const string NamespaceTag = "sandbox.namespace";

    /// <summary>The tag with the HTTP status, on spans and metrics.</summary>
    public const string StatusCodeTag = "http.response.status_code";

    /// <summary>The tag with the kind of error: the type's name without <c>Sandbox</c> and <c>Exception</c>, or <c>Cancelled</c>; on spans and metrics, when there is one.</summary>
    public const string ErrorTypeTag = "error.type";
}
