namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>The connection that a request of HTTP/2 came on.</summary>
internal sealed class Http2Client(int number, SentFrames sent)
{
    private int _requests;

    public int Number => number;

    public SentFrames Sent => sent;

    public int CountRequest() => Interlocked.Increment(ref _requests);
}
