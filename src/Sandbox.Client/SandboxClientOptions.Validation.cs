namespace Sandbox.Client;

public sealed partial class SandboxClientOptions
{
    // CancellationTokenSource and SocketsHttpHandler take no more than 2^31-1 milliseconds.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private const int MostRetries = 100;
    private const int MostRetryBudget = 1_000_000;
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromDays(1);

    /// <summary>What is wrong with the options, each as a sentence that says what to write; never with the value of <see cref="ApiKey"/>.</summary>
    internal IEnumerable<string> FindErrors() =>
        EndpointErrors()
            .Concat(NameErrors())
            .Concat(TimeoutError(nameof(ConnectTimeout), ConnectTimeout))
            .Concat(TimeoutError(nameof(AttemptTimeout), AttemptTimeout))
            .Concat(TimeoutError(nameof(OperationTimeout), OperationTimeout))
            .Concat(TimeoutError(nameof(IdleTimeout), IdleTimeout))
            .Concat(TimeoutError(nameof(WaitTimeout), WaitTimeout))
            .Concat(TimeoutError(nameof(CleanupTimeout), CleanupTimeout))
            .Concat(TimeoutError(nameof(PooledConnectionLifetime), PooledConnectionLifetime))
            .Concat(PositiveError(nameof(MaxConnectionsPerServer), MaxConnectionsPerServer))
            .Concat(PositiveError(nameof(MaxResponseBytes), MaxResponseBytes))
            .Concat(PositiveError(nameof(MaxRowBytes), MaxRowBytes))
            .Concat(PositiveError(nameof(MaxErrorBytes), MaxErrorBytes))
            .Concat(RetryErrors());

    internal static bool IsTimeout(TimeSpan value) => value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value <= LongestTimeout);

    internal void ThrowIfInvalid(string parameter)
    {
        if (string.Join(' ', FindErrors()) is { Length: > 0 } errors)
        {
            throw new ArgumentException($"The {nameof(SandboxClientOptions)} can't be used. {errors}", parameter);
        }
    }

    private IEnumerable<string> EndpointErrors()
    {
        if (Endpoint is not { IsAbsoluteUri: true } || (Endpoint.Scheme != Uri.UriSchemeHttp && Endpoint.Scheme != Uri.UriSchemeHttps))
        {
            yield return $"{nameof(Endpoint)} must be an absolute http or https address: write for example http://localhost:8900.";
        }
        else if (Endpoint.UserInfo.Length > 0 || Endpoint.Query.Length > 0 || Endpoint.Fragment.Length > 0)
        {
            yield return $"{nameof(Endpoint)} must have no user, query or fragment: write only scheme, host, port and path, and put a key into {nameof(ApiKey)}.";
        }
    }

    private IEnumerable<string> NameErrors()
    {
        if (!SandboxIdentifier.IsValid(Namespace))
        {
            yield return $"{nameof(Namespace)} must not be empty, \".\" or \"..\", and must hold no \"/\", \"|\" or control character: write for example default.";
        }

        if (ApiKey is not null && (ApiKey.Length == 0 || ApiKey.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            yield return $"{nameof(ApiKey)} must be visible ASCII characters without spaces: write the key alone, without \"Bearer\" and line breaks, or null for none.";
        }

        if (TimeProvider is null)
        {
            yield return $"{nameof(TimeProvider)} must not be null: write TimeProvider.System.";
        }
    }

    private IEnumerable<string> RetryErrors()
    {
        if (Retry is null)
        {
            yield return $"{nameof(Retry)} must not be null: set {nameof(Retry)}.{nameof(Retry.MaxRetries)} to 0 for no repetitions.";
            yield break;
        }

        if (Retry.MaxRetries is < 0 or > MostRetries)
        {
            yield return $"{nameof(Retry)}.{nameof(Retry.MaxRetries)} must be from 0 (no repetitions) to {MostRetries}.";
        }

        foreach (var (name, value) in new[] { (nameof(Retry.BaseDelay), Retry.BaseDelay), (nameof(Retry.MaxDelay), Retry.MaxDelay), (nameof(Retry.MaxRetryAfter), Retry.MaxRetryAfter) })
        {
            if (value < TimeSpan.Zero || value > LongestRetryDelay)
            {
                yield return $"{nameof(Retry)}.{name} must be from zero to one day: write for example 00:00:10.";
            }
        }

        if (Retry.Budget is < 1 or > MostRetryBudget)
        {
            yield return $"{nameof(Retry)}.{nameof(Retry.Budget)} must be from 1 to {MostRetryBudget}.";
        }
    }

    private static IEnumerable<string> TimeoutError(string name, TimeSpan value)
    {
        if (!IsTimeout(value))
        {
            yield return $"{name} must be above zero and at most 24 days: write for example 00:00:30, or Timeout.InfiniteTimeSpan (-00:00:00.001) for no limit.";
        }
    }

    private static IEnumerable<string> PositiveError(string name, int value)
    {
        if (value < 1)
        {
            yield return $"{name} must be at least 1.";
        }
    }
}
