namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>What becomes of the connection after a request.</summary>
internal enum Ending
{
    KeepAlive,
    Close,

    /// <summary>Closed by RST.</summary>
    Reset,

    /// <summary>Silent until the client leaves or the server ends.</summary>
    Stall,
}
