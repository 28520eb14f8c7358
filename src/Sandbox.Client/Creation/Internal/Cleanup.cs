using System.Globalization;
using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;
using Sandbox.Client.Models;

namespace Sandbox.Client.Creation.Internal;

/// <summary>Deletes what a call made and may not leave behind.</summary>
internal static class Cleanup
{
    /// <summary>Deletes a sandbox or a pool; it is no failure when it is gone already.</summary>
    /// <returns>Why it may still be there; null when it is not.</returns>
    public static Task<SandboxException?> DeleteAsync(Transport transport, Operation operation, NamespaceScope scope, string id, CancellationToken cut) => DeleteAsync(
        () => transport.SendAsync<SandboxInfo>(operation, scope, id, RequestContent.Empty(), converter: null, notFound: null, cut), operation, transport.Options.CleanupTimeout);

    /// <summary>Deletes in a given way; it is no failure when the thing is gone already.</summary>
    /// <returns>Why it may still be there; null when it is not.</returns>
    public static async Task<SandboxException?> DeleteAsync(Func<Task> delete, Operation operation, TimeSpan limit)
    {
        try
        {
            await delete().ConfigureAwait(false);
            return null;
        }
        catch (SandboxNotFoundException gone) when (gone.ServerMessage is "Sandbox not found" or "Sandbox pool not found")
        {
            // The server's own words (contract section 1.3). A 404 of something on the way proves nothing.
            return null;
        }
        catch (OperationCanceledException error)
        {
            var time = string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0.###} s");
            return new SandboxRequestTimeoutException($"{operation} failed: it took longer than {time} ({nameof(SandboxClientOptions.CleanupTimeout)}).", error)
                .Describe(operation, isTransient: true);
        }
        catch (SandboxException error)
        {
            return error;
        }
        catch (Exception error)
        {
            return new SandboxException($"{operation} failed with a {error.GetType().Name}, see the inner exception.", error).Describe(operation);
        }
    }
}
