namespace Sandbox.Client.Errors;

/// <summary>Whether the effect of a failed call is known.</summary>
public enum OperationOutcome
{
    /// <summary>The server may have done what was asked, or not: the answer was lost, could not be read, or was 3xx, 408 or 5xx.
    /// What stands in front of a server answers 502 and 504 for creations that happened.</summary>
    Unknown = 0,

    /// <summary>It is settled: the request never left, or an answer says what happened (a readable 2xx, a 4xx other than 408).</summary>
    Definite = 1,
}
