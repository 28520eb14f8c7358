using Sandbox.Client.Creation.Internal;
using Sandbox.Client.Errors;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Internal;
using Sandbox.Client.Leasing;
using Sandbox.Client.Models;
using Sandbox.Client.Models.Internal;
using Sandbox.Client.Waiting.Internal;

namespace Sandbox.Client;

public partial class SandboxClient
{
    /// <summary>Makes a sandbox and waits until it runs. When that fails or is cancelled, what was made is deleted, within <see cref="SandboxClientOptions.CleanupTimeout"/>.</summary>
    /// <remarks>A creation that has left is not cut by the cancellation: its answer is waited for, because without the id nobody could delete the sandbox.</remarks>
    /// <param name="request">What to make.</param>
    /// <param name="timeout">How long to wait for it to run, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for <see cref="SandboxClientOptions.WaitTimeout"/>.</param>
    /// <param name="progress">Is told the sandbox as it is first seen, and at every change of its status or pending reason; null for nobody.</param>
    /// <param name="cancellationToken">Stops the call, after it has cleaned up.</param>
    /// <returns>The running sandbox. It is the caller's: nothing deletes it later.</returns>
    /// <exception cref="ArgumentException">The request can't be meant so, or the time can't be waited for.</exception>
    /// <exception cref="SandboxOperationCanceledException">The caller cancelled. With <see cref="SandboxOperationCanceledException.CleanupFailure"/> the sandbox may still run.</exception>
    /// <exception cref="SandboxTerminatedException">The sandbox ended instead of running.</exception>
    /// <exception cref="SandboxWaitTimeoutException">The time is over; the exception has the last record.</exception>
    /// <exception cref="SandboxFeatureNotSupportedException">The server did not keep an access setting: see <see cref="SandboxClientOptions.VerifyAccessSettings"/>.</exception>
    /// <exception cref="SandboxException">The call failed otherwise: <see cref="SandboxException.Outcome"/> tells whether a sandbox may have been made that nobody knows,
    /// <see cref="SandboxException.LeftBehindId"/> names one that could not be deleted.</exception>
    public virtual Task<SandboxInfo> CreateAndWaitAsync(
        CreateSandboxRequest request, TimeSpan? timeout = null, IProgress<SandboxInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        RequestValidation.ThrowIfInvalid(request, _transport.Options);
        SharedWaits.ThrowIfInvalid(timeout);
        return SandboxCreation.Of(_resources, _scope, request).CreateRunningAsync(timeout, progress, cancellationToken);
    }

    /// <summary>As <see cref="CreateAndWaitAsync"/>, and the sandbox is deleted when its user is done: <c>await using var lease = await client.AcquireAsync(request);</c></summary>
    /// <remarks>What is still open when the client is disposed with <see cref="DisposeAsync"/>, or when the host stops, is deleted then; acquiring that is under way is cancelled.</remarks>
    /// <param name="request">What to make.</param>
    /// <param name="timeout">How long to wait for it to run, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for <see cref="SandboxClientOptions.WaitTimeout"/>.</param>
    /// <param name="progress">Is told the sandbox as it is first seen, and at every change of its status or pending reason; null for nobody.</param>
    /// <param name="cancellationToken">Stops the call, after it has cleaned up. It does not end the lease.</param>
    /// <returns>The lease of a running sandbox.</returns>
    /// <exception cref="ArgumentException">The request can't be meant so, or the time can't be waited for.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    /// <exception cref="SandboxOperationCanceledException">The caller cancelled. With <see cref="SandboxOperationCanceledException.CleanupFailure"/> the sandbox may still run.</exception>
    /// <exception cref="SandboxTerminatedException">The sandbox ended instead of running.</exception>
    /// <exception cref="SandboxWaitTimeoutException">The time is over; the exception has the last record.</exception>
    /// <exception cref="SandboxFeatureNotSupportedException">The server did not keep an access setting: see <see cref="SandboxClientOptions.VerifyAccessSettings"/>.</exception>
    /// <exception cref="SandboxException">The call failed otherwise: <see cref="SandboxException.Outcome"/> tells whether a sandbox may have been made that nobody knows,
    /// <see cref="SandboxException.LeftBehindId"/> names one that could not be deleted.</exception>
    public virtual Task<SandboxLease> AcquireAsync(
        CreateSandboxRequest request, TimeSpan? timeout = null, IProgress<SandboxInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        RequestValidation.ThrowIfInvalid(request, _transport.Options);
        SharedWaits.ThrowIfInvalid(timeout);
        return AcquireAsync(SandboxCreation.Of(_resources, _scope, request), timeout, progress, cancellationToken);
    }

    /// <summary>Deletes the sandboxes of open leases, unless they are another client's (<see cref="InNamespace"/>), and closes the connections as <see cref="Dispose()"/> does.</summary>
    /// <returns>A task that ends when nothing is left.</returns>
    /// <exception cref="AggregateException">Sandboxes could not be deleted: each <see cref="SandboxException.LeftBehindId"/> names one. The connections are closed all the same.</exception>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>What is shared with views; null for a stand-in without a server.</summary>
    internal ClientResources? Resources => _resources;

    /// <summary>Deletes the sandbox of a lease. A stand-in deletes in its own way.</summary>
    internal Task CleanUpAsync(string id, CancellationToken cut) => _resources is null
        ? DeleteAsync(id, cut)
        : _transport.SendAsync<SandboxInfo>(Operations.CleanUpSandbox, _scope, id, RequestContent.Empty(), converter: null, notFound: null, cut);

    internal Task<SandboxLease> AcquireAsync(SandboxCreation creation, TimeSpan? timeout, IProgress<SandboxInfo>? progress, CancellationToken cancellationToken) => _resources.OpenLeases.AcquireAsync(
        async token => SandboxLease.Acquired(this, await creation.CreateRunningAsync(timeout, progress, token).ConfigureAwait(false), _resources.OpenLeases), cancellationToken);

    /// <summary>Deletes and closes what this object owns.</summary>
    /// <returns>A task that ends when nothing is left.</returns>
    protected virtual async ValueTask DisposeAsyncCore()
    {
        try
        {
            if (_ownsResources)
            {
                await _resources.DrainAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            Dispose(disposing: true);
        }
    }
}
