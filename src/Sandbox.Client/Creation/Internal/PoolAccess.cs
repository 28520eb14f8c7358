using Sandbox.Client.Http.Internal;
using Sandbox.Client.Models;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Creation.Internal;

/// <summary>Makes and replaces pools, and makes sure that the server kept their access settings: every sandbox of a pool inherits them.</summary>
internal static class PoolAccess
{
    public static async Task<CreatedSandboxPool> CreateAsync(Transport transport, NamespaceScope scope, CreateSandboxPoolRequest request, CancellationToken cancellationToken)
    {
        var access = AccessSettings.Of(request);
        var call = new CallCount(transport.Options.TimeProvider);
        var created = await transport.SendAsync(
            Operations.CreatePool, scope, id: null, RequestContent.Json(request, CreateSandboxPoolRequestConverter.Instance), CreatedSandboxPoolConverter.Instance, notFound: null, cancellationToken,
            departure: null, call).ConfigureAwait(false);
        if (!transport.Options.VerifyAccessSettings || !access.CanVanish)
        {
            return created!;
        }

        var unfinished = new Unfinished(transport, scope, Operations.CreatePool, Operations.CleanUpPool, "pool", created!.Id, call);
        try
        {
            var detail = await transport.SendAsync(
                Operations.GetPool, scope, created.Id, content: null, SandboxPoolDetailConverter.Instance, notFound: null, cancellationToken, departure: null, call).ConfigureAwait(false);
            ThrowIfLost(Operations.CreatePool, access, detail!.Pool, consequence: null);
            return created;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw unfinished.HandedOver(error, cancellationToken);
        }
        catch (Exception error)
        {
            throw await unfinished.AbandonAsync(error, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task<SandboxPoolInfo> UpdateAsync(Transport transport, NamespaceScope scope, string id, UpdateSandboxPoolRequest request, CancellationToken cancellationToken)
    {
        var call = new CallCount(transport.Options.TimeProvider);
        var pool = await transport.SendAsync(
            Operations.UpdatePool, scope, id, RequestContent.Json(request, UpdateSandboxPoolRequestConverter.Instance), SandboxPoolInfoConverter.Instance, notFound: null, cancellationToken,
            departure: null, call).ConfigureAwait(false);
        if (transport.Options.VerifyAccessSettings)
        {
            // The answer is the record as it is kept now.
            ThrowIfLost(Operations.UpdatePool, AccessSettings.Of(request), pool!, "The rest of the change is in force: a replacement can't be taken back.", call);
        }

        return pool!;
    }

    private static void ThrowIfLost(Operation operation, AccessSettings asked, SandboxPoolInfo pool, string? consequence, CallCount? call = null)
    {
        var kept = AccessSettings.Of(pool);
        if (asked.LostIn(kept) is { } lost)
        {
            throw VanishedSettings.Of(operation, lost, kept, consequence, call);
        }
    }
}
