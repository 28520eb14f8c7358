using Sandbox.Client.Creation.Internal;
using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Leasing.Internal;
using Sandbox.Client.Models;

namespace Sandbox.Client.Leasing;

/// <summary>A sandbox that is deleted when its user is done with it: <c>await using var lease = await client.AcquireAsync(request);</c></summary>
/// <remarks>What is still open when the client is disposed with <see cref="SandboxClient.DisposeAsync"/>, or when the host stops, is deleted then. A process that is
/// killed deletes nothing: give sandboxes a <see cref="CreateSandboxRequest.Timeout"/>.</remarks>
public sealed class SandboxLease : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly SandboxClient _client;
    private readonly SandboxClientOptions _options;
    private readonly OpenLeases? _open;
    private Task? _deletion;
    private bool _isOver;

    /// <summary>Takes over a sandbox that exists already.</summary>
    /// <param name="client">Deletes it, in the client's namespace.</param>
    /// <param name="sandbox">The sandbox.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    public SandboxLease(SandboxClient client, SandboxInfo sandbox)
        : this(client, sandbox, client?.Resources?.OpenLeases) => _open?.Add(this);

    private SandboxLease(SandboxClient client, SandboxInfo sandbox, OpenLeases? open)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(sandbox);
        Sandbox = sandbox;
        _client = client;
        _options = client.Resources?.Transport.Options ?? new SandboxClientOptions();
        _open = open;
    }

    /// <summary>The sandbox's id.</summary>
    public string Id => Sandbox.Id;

    /// <summary>The sandbox as it was when the lease began.</summary>
    public SandboxInfo Sandbox { get; }

    /// <summary>Hands the sandbox over: the lease ends, and does not delete it.</summary>
    /// <returns>The sandbox as it was when the lease began.</returns>
    /// <exception cref="InvalidOperationException">The sandbox is deleted already, or is being deleted.</exception>
    public SandboxInfo Keep()
    {
        lock (_lock)
        {
            if (_deletion is not null)
            {
                throw new InvalidOperationException("The sandbox of this lease is deleted already, or is being deleted.");
            }

            _isOver = true;
        }

        _open?.Remove(this);
        return Sandbox;
    }

    /// <summary>Deletes the sandbox, within <see cref="SandboxClientOptions.CleanupTimeout"/>; does nothing after <see cref="Keep"/> and after a deletion. It is no failure when the sandbox has
    /// ended, or is gone. After a failure it may be called again.</summary>
    /// <returns>A task that ends when the server has accepted the deletion.</returns>
    /// <exception cref="SandboxException">The sandbox could not be deleted: <see cref="SandboxException.LeftBehindId"/> names it. Not thrown when <see cref="SandboxClientOptions.OnLeaseNotDeleted"/> is set:
    /// an exception that leaves an <c>await using</c> takes the place of one that is under way.</exception>
    public async ValueTask DisposeAsync()
    {
        Task deletion;
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            deletion = _deletion ??= DeleteAsync();
        }

        await deletion.ConfigureAwait(false);
    }

    /// <summary>The lease of what was just acquired, before somebody may drain it.</summary>
    internal static SandboxLease Acquired(SandboxClient client, SandboxInfo sandbox, OpenLeases open)
    {
        var lease = new SandboxLease(client, sandbox, open);
        open.AddAcquired(lease);
        return lease;
    }

    /// <summary>The error of a sandbox that is left running; nothing is sent any more.</summary>
    internal SandboxException Abandoned(string why)
    {
        var failure = new SandboxException(why).Describe(Operations.CleanUpSandbox);
        failure.SetLeftBehind(Id);
        return failure;
    }

    /// <summary>Nobody can delete it any more.</summary>
    internal void ReportAbandoned(string why) => _options.OnLeaseNotDeleted?.Invoke(this, Abandoned(why));

    private async Task DeleteAsync()
    {
        // Off the lock.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var limit = new CancellationTokenSource(_options.CleanupTimeout, _options.TimeProvider);
        var failure = await Cleanup.DeleteAsync(() => _client.CleanUpAsync(Id, limit.Token), Operations.CleanUpSandbox, _options.CleanupTimeout).ConfigureAwait(false);
        lock (_lock)
        {
            _isOver = failure is null;
            _deletion = failure is null ? _deletion : null;
        }

        if (failure is null)
        {
            _open?.Remove(this);
            return;
        }

        failure.SetLeftBehind(Id);
        if (_options.OnLeaseNotDeleted is not { } report)
        {
            throw failure;
        }

        report(this, failure);
    }
}
