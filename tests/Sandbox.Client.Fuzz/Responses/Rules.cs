using Sandbox.Client.Fuzz.Targets;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>Says that something must hold.</summary>
internal static class Rules
{
    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FuzzFailureException(otherwise);
        }
    }
}
