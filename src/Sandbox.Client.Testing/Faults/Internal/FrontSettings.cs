namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>What the HTTP/1.1 and the HTTP/2 side of a server share.</summary>
internal sealed record FrontSettings(
    Uri Upstream, Func<FaultRequest, Fault?> Choose, TimeProvider Clock, RequestLog Log, OpenConnections Connections, CancellationToken Stop)
{
    /// <summary>What to do to a request that has come in full.</summary>
    public Fault FaultOf(FaultRequest request)
    {
        try
        {
            return Choose(request) ?? Fault.None;
        }
        catch (Exception exception)
        {
            // Whatever a test's own code throws has to reach that test, and the answer is the way there.
            return Fault.Answer(500, exception.Message, "text/plain; charset=utf-8");
        }
    }
}
