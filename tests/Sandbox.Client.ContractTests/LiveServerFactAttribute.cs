namespace Sandbox.Client.ContractTests;

/// <summary>A test that needs a live server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LiveServerFactAttribute : FactAttribute
{
    public LiveServerFactAttribute()
    {
        if (Address is null)
        {
            Skip = "SANDBOX_CONTRACT_SERVER names no server.";
        }
    }

    /// <summary>The server's address; null when none is named.</summary>
    public static string? Address => Environment.GetEnvironmentVariable("SANDBOX_CONTRACT_SERVER") is { Length: > 0 } address ? address : null;
}
