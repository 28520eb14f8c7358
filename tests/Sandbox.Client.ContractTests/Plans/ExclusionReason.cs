namespace Sandbox.Client.ContractTests.Plans;

/// <summary>Why a step is not covered. The list is closed: anything else fails the suite.</summary>
public enum ExclusionReason
{
    /// <summary>It was asked of the executor's proxy.</summary>
    Proxy,

    /// <summary>It is no exchange: somebody stopped or started a part, or read a file.</summary>
    NoExchange,

    /// <summary>It is bytes on a socket, or frames of a WebSocket, below what a client of the API does.</summary>
    BelowHttp,

    /// <summary>No operation of the client has this method and path (another method, a path without a route).</summary>
    NoOperation,
}
