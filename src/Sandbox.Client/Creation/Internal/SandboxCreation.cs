using System.Runtime.ExceptionServices;
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

    private SandboxCreation(ClientResources resources, NamespaceScope scope, Operation operation, string? poolId, AccessSettings access, Func<HttpContent> content)
    {
        _resources = resources;
        _scope = scope;
        _operation = operation;
        _poolId = poolId;
        _access = access;
        _content = content;
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
        : SendAsync(departure: null, cancellationToken);

    /// <summary>Makes the sandbox and waits until it runs; whatever goes wrong, it is not left behind.</summary>
    public async Task<SandboxInfo> CreateRunningAsync(TimeSpan? timeout, IProgress<SandboxInfo>? progress, CancellationToken cancellationToken)
    {
        using var departure = new Departure(Transport.Options);
        using var registration = cancellationToken.UnsafeRegister(static state => ((Departure)state!).Cancel(), departure);
        var created = await SendUncutAsync(departure, cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (MustVerify)
            {
                await VerifyAsync(created.Id, cancellationToken).ConfigureAwait(false);
            }

            return await _resources.Waits.WaitAsync(_scope, created.Id, SandboxStatus.Running, timeout, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            departure.StartCleanup();
            var failure = await CleanUpAsync(error, created.Id, departure.Cut).ConfigureAwait(false);
            throw Reported(error, created.Id, failure, cancellationToken);
        }
    }

    private Task<CreatedSandbox> SendAsync(Departure? departure, CancellationToken cancellationToken) =>
        Transport.SendAsync(_operation, _scope, _poolId, _content(), CreatedSandboxConverter.Instance, notFound: null, cancellationToken, departure)!;

    private async Task<CreatedSandbox> CreateVerifiedAsync(CancellationToken cancellationToken)
    {
        var created = await SendAsync(departure: null, cancellationToken).ConfigureAwait(false);
        try
        {
            await VerifyAsync(created.Id, cancellationToken).ConfigureAwait(false);
            return created;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw new SandboxOperationCanceledException(
                $"{_operation} was cancelled after the sandbox was made, and before its access settings were read back: delete it.", error, cancellationToken)
            {
                Operation = _operation.Name,
                Outcome = OperationOutcome.Definite,
                Id = created.Id,
            };
        }
        catch (Exception error)
        {
            using var limit = new CancellationTokenSource(Transport.Options.CleanupTimeout, Transport.Options.TimeProvider);
            throw Reported(error, created.Id, await CleanUpAsync(error, created.Id, limit.Token).ConfigureAwait(false), cancellationToken);
        }
    }

    private async Task<CreatedSandbox> SendUncutAsync(Departure departure, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(departure, departure.Cut).ConfigureAwait(false);
        }
        catch (Exception error) when (cancellationToken.IsCancellationRequested)
        {
            var outcome = (error as SandboxException)?.Outcome ?? (error as SandboxOperationCanceledException)?.Outcome ?? OperationOutcome.Unknown;
            var consequence = outcome == OperationOutcome.Definite ? "Nothing was made." : Failures.NotKnown(_operation);
            throw new SandboxOperationCanceledException($"{_operation} was cancelled. {consequence}", error, cancellationToken) { Operation = _operation.Name, Outcome = outcome };
        }
    }

    private async Task VerifyAsync(string id, CancellationToken cancellationToken)
    {
        var sandbox = await Transport.SendAsync(Operations.GetSandbox, _scope, id, content: null, SandboxInfoConverter.Instance, notFound: null, cancellationToken).ConfigureAwait(false);
        var kept = AccessSettings.Of(sandbox!);
        if (_access.LostIn(kept) is { } lost)
        {
            throw VanishedSettings.Of(_operation, lost, kept, "The sandbox is deleted again.");
        }
    }

    private Task<SandboxException?> CleanUpAsync(Exception error, string id, CancellationToken cut) => error is SandboxTerminatedException or SandboxNotFoundException
        ? Task.FromResult<SandboxException?>(null)
        : Cleanup.DeleteAsync(Transport, Operations.DeleteSandbox, _scope, id, cut);

    private Exception Reported(Exception error, string id, SandboxException? failure, CancellationToken cancellationToken)
    {
        if (error is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            var consequence = failure is null ? "The sandbox that was made is deleted again." : $"The sandbox {id} that was made could not be deleted and may still run: {failure.Message}";
            return new SandboxOperationCanceledException($"{_operation} was cancelled. {consequence}", error, cancellationToken)
            {
                Operation = _operation.Name,
                Outcome = failure is null ? OperationOutcome.Definite : OperationOutcome.Unknown,
                Id = id,
                CleanupFailure = failure,
            };
        }

        if (failure is null)
        {
            // As it was thrown, with its stack.
            ExceptionDispatchInfo.Throw(error);
        }

        var reported = error as SandboxException ?? new SandboxException($"{_operation} failed: {ErrorText.Clean(error.Message)}", error).Describe(_operation);
        reported.SetLeftBehind(id, failure);
        return reported;
    }
}
