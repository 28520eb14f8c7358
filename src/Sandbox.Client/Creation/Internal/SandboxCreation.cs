using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Creation.Internal;

/// <summary>One creation of a sandbox, from the request until it may be handed over.</summary>
internal sealed class SandboxCreation
{
    private readonly ClientResources _resources;
    private readonly NamespaceScope _scope;
    private readonly Operation _operation;
    private readonly string? _poolId;
    private readonly AccessSettings _access;
    private readonly Func<HttpContent> _content;
    private readonly CallCount _call;

    private SandboxCreation(ClientResources resources, NamespaceScope scope, Operation operation, string? poolId, AccessSettings access, Func<HttpContent> content)
    {
        _resources = resources;
        _scope = scope;
        _operation = operation;
        _poolId = poolId;
        _access = access;
        _content = content;
        _call = new CallCount(resources.Transport.Options.TimeProvider);
    }

    private Transport Transport => _resources.Transport;

    private bool MustVerify => Transport.Options.VerifyAccessSettings && _access.CanVanish;

    public static SandboxCreation Of(ClientResources resources, NamespaceScope scope, CreateSandboxRequest request) =>
        new(resources, scope, Operations.CreateSandbox, poolId: null, AccessSettings.Of(request), () => RequestContent.Json(request, CreateSandboxRequestConverter.Instance));

    public static SandboxCreation Claim(ClientResources resources, NamespaceScope scope, string poolId) =>
        new(resources, scope, Operations.ClaimSandbox, poolId, access: default, RequestContent.Empty);

    /// <summary>Makes the sandbox, and makes sure that the server kept its access settings.</summary>
    public Task<CreatedSandbox> CreateAsync(CancellationToken cancellationToken) => MustVerify
        ? CreateVerifiedAsync(cancellationToken)
        : SendAsync(_content(), departure: null, cancellationToken);

    /// <summary>Makes the sandbox and waits until it runs; whatever goes wrong, it is not left behind.</summary>
    public async Task<SandboxInfo> CreateRunningAsync(TimeSpan? timeout, IProgress<SandboxInfo>? progress, CancellationToken cancellationToken)
    {
        // With HTTP/2 the head travels before the body, and a claim needs no body.
        using var departure = new Departure(Transport.Options, isSeen: Transport.HasOwnConnections && !Transport.Options.UseHttp2);
        using var registration = cancellationToken.UnsafeRegister(static state => ((Departure)state!).Cancel(), departure);
        var created = await SendUncutAsync(departure, cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (MustVerify)
            {
                await VerifyAsync(created.Id, cancellationToken).ConfigureAwait(false);
            }

            return await WaitAsync(created.Id, timeout, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            departure.StartCleanup();
            throw await Unfinished(created.Id).AbandonAsync(error, departure.Cut, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SandboxInfo> WaitAsync(string id, TimeSpan? timeout, IProgress<SandboxInfo>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await _resources.Waits.WaitAsync(_scope, id, SandboxStatus.Running, timeout, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (SandboxException error)
        {
            _call.Add(error.Attempts);
            throw;
        }
    }

    private Task<CreatedSandbox> SendAsync(HttpContent content, Departure? departure, CancellationToken cancellationToken) =>
        Transport.SendAsync(_operation, _scope, _poolId, content, CreatedSandboxConverter.Instance, notFound: null, cancellationToken, departure, _call)!;

    private async Task<CreatedSandbox> CreateVerifiedAsync(CancellationToken cancellationToken)
    {
        var created = await SendAsync(_content(), departure: null, cancellationToken).ConfigureAwait(false);
        try
        {
            await VerifyAsync(created.Id, cancellationToken).ConfigureAwait(false);
            return created;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw Unfinished(created.Id).HandedOver(error, cancellationToken);
        }
        catch (Exception error)
        {
            throw await Unfinished(created.Id).AbandonAsync(error, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CreatedSandbox> SendUncutAsync(Departure departure, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(new DepartingContent(_content(), departure), departure, departure.Cut).ConfigureAwait(false);
        }
        catch (Exception error) when (cancellationToken.IsCancellationRequested)
        {
            var outcome = (error as SandboxException)?.Outcome ?? (error as SandboxOperationCanceledException)?.Outcome ?? OperationOutcome.Unknown;
            var consequence = outcome == OperationOutcome.Definite ? "Nothing was made." : Failures.NotKnown(_operation);
            throw new SandboxOperationCanceledException($"{_operation} was cancelled. {consequence}", error, cancellationToken)
            {
                Operation = _operation.Name,
                Outcome = outcome,
                Attempts = _call.Attempts,
                Elapsed = _call.Elapsed,
            };
        }
    }

    private async Task VerifyAsync(string id, CancellationToken cancellationToken)
    {
        var sandbox = await Transport.SendAsync(
            Operations.GetSandbox, _scope, id, content: null, SandboxInfoConverter.Instance, notFound: null, cancellationToken, departure: null, _call).ConfigureAwait(false);
        var kept = AccessSettings.Of(sandbox!);
        if (_access.LostIn(kept) is { } lost)
        {
            throw VanishedSettings.Of(_operation, lost, kept);
        }
    }

    private Unfinished Unfinished(string id) => new(Transport, _scope, _operation, Operations.CleanUpSandbox, "sandbox", id, _call);
}
