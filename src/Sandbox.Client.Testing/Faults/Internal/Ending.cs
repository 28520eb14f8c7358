namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>What becomes of the connection after a request.</summary>
internal enum Ending
{
    KeepAlive,
    Close,

    /// <summary>Closed behind a complete answer: with HTTP/1.1 as <see cref="Close"/>, with HTTP/2 by GOAWAY.</summary>
    Drop,

    /// <summary>Closed by RST.</summary>
    Reset,

    /// <summary>Silent until the client leaves or the server ends.</summary>
    Stall,
}
