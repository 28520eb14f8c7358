using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace Sandbox.Client;

public partial class SandboxClient
{
    /// <summary>Waits until a sandbox runs.</summary>
    /// <remarks><inheritdoc cref="WaitForStatusAsync" path="/remarks"/></remarks>
    /// <param name="id">The sandbox's id.</param>
    /// <param name="timeout">How long to wait at most, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for <see cref="SandboxClientOptions.WaitTimeout"/>.</param>
    /// <param name="progress">Is told the sandbox as it is first seen, and at every change of its status or pending reason; null for nobody.</param>
    /// <param name="cancellationToken">Stops the wait; the sandbox goes on.</param>
    /// <returns>The running sandbox.</returns>
    /// <exception cref="ArgumentException">The text can't be an id (see <see cref="SandboxIdentifier"/>), or the time can't be waited for.</exception>
    /// <exception cref="SandboxTerminatedException">The sandbox ended instead.</exception>
    /// <exception cref="SandboxWaitTimeoutException">The time is over; the exception has the last record.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such sandbox in this namespace.</exception>
    /// <exception cref="SandboxException">A look at the sandbox failed in a way that does not pass.</exception>
    public virtual Task<SandboxInfo> WaitUntilRunningAsync(
        string id, TimeSpan? timeout = null, IProgress<SandboxInfo>? progress = null, CancellationToken cancellationToken = default) =>
        WaitForStatusAsync(id, SandboxStatus.Running, timeout, progress, cancellationToken);

    /// <summary>Waits until a sandbox has a status.</summary>
    /// <remarks>The sandbox is looked at again and again, at first after 50 ms and then less often, up to every 2 s. Who waits for the same sandbox shares the looks; at most 16
    /// looks of a client are under way together. A look that fails in a way that passes is followed by the next: a server that restarts does not end a wait.</remarks>
    /// <param name="id">The sandbox's id.</param>
    /// <param name="status">The status. One that the sandbox has left behind is never reached.</param>
    /// <param name="timeout">How long to wait at most, above zero; <see cref="Timeout.InfiniteTimeSpan"/> for no limit; null for <see cref="SandboxClientOptions.WaitTimeout"/>.</param>
    /// <param name="progress">Is told the sandbox as it is first seen, and at every change of its status or pending reason; null for nobody.</param>
    /// <param name="cancellationToken">Stops the wait; the sandbox goes on.</param>
    /// <returns>The sandbox in that status.</returns>
    /// <exception cref="ArgumentException">The text can't be an id (see <see cref="SandboxIdentifier"/>), the status is unspecified, or the time can't be waited for.</exception>
    /// <exception cref="SandboxTerminatedException">The sandbox ended instead.</exception>
    /// <exception cref="SandboxWaitTimeoutException">The time is over; the exception has the last record.</exception>
    /// <exception cref="SandboxNotFoundException">There is no such sandbox in this namespace.</exception>
    /// <exception cref="SandboxException">A look at the sandbox failed in a way that does not pass.</exception>
    public virtual Task<SandboxInfo> WaitForStatusAsync(
        string id, SandboxStatus status, TimeSpan? timeout = null, IProgress<SandboxInfo>? progress = null, CancellationToken cancellationToken = default) =>
        _resources.Waits.WaitAsync(_scope, id, status, timeout, progress, cancellationToken);
}
