namespace Sandbox.Client;

public sealed partial class SandboxClientOptions
{
    /// <summary>A copy, so that a client does not change when its options do.</summary>
    internal SandboxClientOptions Copy() => (SandboxClientOptions)MemberwiseClone();
}
