using Sandbox.Client.Errors;
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
        var created = await transport.SendAsync(
            Operations.CreatePool, scope, id: null, RequestContent.Json(request, CreateSandboxPoolRequestConverter.Instance), CreatedSandboxPoolConverter.Instance, notFound: null, cancellationToken)
            .ConfigureAwait(false);
        if (!transport.Options.VerifyAccessSettings || !access.CanVanish)
        {
            return created!;
        }

        try
        {
            var detail = await transport.SendAsync(Operations.GetPool, scope, created!.Id, content: null, SandboxPoolDetailConverter.Instance, notFound: null, cancellationToken).ConfigureAwait(false);
            ThrowIfLost(Operations.CreatePool, access, detail!.Pool, "The pool is deleted again.");
            return created;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw new SandboxOperationCanceledException(
                $"{Operations.CreatePool} was cancelled after the pool was made, and before its access settings were read back: delete it.", error, cancellationToken)
            {
                Operation = Operations.CreatePool.Name,
                Outcome = OperationOutcome.Definite,
                Id = created!.Id,
            };
        }
        catch (SandboxException error)
        {
            using var limit = new CancellationTokenSource(transport.Options.CleanupTimeout, transport.Options.TimeProvider);
            if (await Cleanup.DeleteAsync(transport, Operations.DeletePool, scope, created!.Id, limit.Token).ConfigureAwait(false) is { } failure)
            {
                error.SetLeftBehind(created.Id, failure);
            }

            throw;
        }
    }

    public static async Task<SandboxPoolInfo> UpdateAsync(Transport transport, NamespaceScope scope, string id, UpdateSandboxPoolRequest request, CancellationToken cancellationToken)
    {
        var pool = await transport.SendAsync(
            Operations.UpdatePool, scope, id, RequestContent.Json(request, UpdateSandboxPoolRequestConverter.Instance), SandboxPoolInfoConverter.Instance, notFound: null, cancellationToken)
            .ConfigureAwait(false);
        if (transport.Options.VerifyAccessSettings)
        {
            // The answer is the record as it is kept now.
            ThrowIfLost(Operations.UpdatePool, AccessSettings.Of(request), pool!, "The rest of the change is in force: a replacement can't be taken back.");
        }

        return pool!;
    }

    private static void ThrowIfLost(Operation operation, AccessSettings asked, SandboxPoolInfo pool, string consequence)
    {
        var kept = AccessSettings.Of(pool);
        if (asked.LostIn(kept) is { } lost)
        {
            throw VanishedSettings.Of(operation, lost, kept, consequence);
        }
    }
}
