using System.Net;
using Sandbox.Client.Errors;
using Sandbox.Client.Errors.Internal;
using Sandbox.Client.Http.Internal;

namespace Sandbox.Client.Creation.Internal;

/// <summary>The error of access settings that a server did not keep.</summary>
internal static class VanishedSettings
{
    public static SandboxFeatureNotSupportedException Of(Operation operation, string lost, AccessSettings kept, string? consequence = null, CallCount? call = null)
    {
        var failure = new SandboxFeatureNotSupportedException(
            $"{operation} failed: the server did not keep {lost}. It speaks {kept.Dialect}. {(consequence is null ? "" : $"{consequence} ")}"
            + $"Leave the setting away, use a server that knows it, or set {nameof(SandboxClientOptions.VerifyAccessSettings)} to false.")
            .Describe(operation, HttpStatusCode.OK, outcome: OperationOutcome.Definite);
        failure.Count(call?.Attempts ?? 0, call?.Elapsed ?? default);
        return failure;
    }
}
