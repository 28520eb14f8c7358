namespace Sandbox.Client.Routing;

/// <summary>What a proxy may do with a request for a sandbox. For logs and metrics; never tell the reason to whoever made the request.</summary>
public enum SandboxAccessDecision
{
    /// <summary>Refuse: the server did not say in which state the sandbox is, or said one that is not known. The default value.</summary>
    UnknownState = 0,

    /// <summary>Refuse for now: the sandbox does not run yet.</summary>
    Pending = 1,

    /// <summary>Refuse: the sandbox has ended.</summary>
    Terminated = 2,

    /// <summary>Refuse for now: the server knows no address where the sandbox can be reached.</summary>
    NoAddress = 3,

    /// <summary>Refuse, also with credentials: the port is not one that the sandbox exposes.</summary>
    PortNotExposed = 4,

    /// <summary>Ask for credentials, and pass the request on when they are good.</summary>
    CredentialsNeeded = 5,

    /// <summary>Pass without credentials: the whole sandbox is open to everybody.</summary>
    OpenToEverybody = 6,

    /// <summary>Pass without credentials: the path is public.</summary>
    PublicPath = 7,
}
