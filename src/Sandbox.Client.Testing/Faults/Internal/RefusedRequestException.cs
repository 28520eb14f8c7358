namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>A request that the server can't read; it answers with this status and closes.</summary>
internal sealed class RefusedRequestException(int status, string message) : Exception(message)
{
    public int Status => status;
}
