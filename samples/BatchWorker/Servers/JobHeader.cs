using System.Globalization;

namespace BatchWorker.Servers;

/// <summary>Says in a header for which attempt at which job a request is sent, so that the fault server can tell what happened to a job.</summary>
internal sealed class JobHeader : DelegatingHandler
{
    public const string Name = "X-Batch-Job";

    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>Names the attempt for all requests that the calling method sends from now on.</summary>
    public static void Set(int job, int attempt) => Current.Value = FormattableString.Invariant($"{job}/{attempt}");

    /// <summary>The job that a header names; null for none.</summary>
    public static int? JobOf(string? value) => value is null ? null : int.Parse(value.Split('/')[0], CultureInfo.InvariantCulture);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // What the host deletes when it stops belongs to no attempt.
        if (Current.Value is { } attempt)
        {
            // A request that the client repeats has it already.
            request.Headers.Remove(Name);
            request.Headers.Add(Name, attempt);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
