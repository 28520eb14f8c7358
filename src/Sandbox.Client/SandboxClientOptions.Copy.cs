namespace Sandbox.Client;

public sealed partial class SandboxClientOptions
{
    /// <summary>A copy, so that a client does not change when its options do.</summary>
    internal SandboxClientOptions Copy()
    {
        var copy = (SandboxClientOptions)MemberwiseClone();
        copy.Retry = Retry?.Copy()!;
        return copy;
    }
}
