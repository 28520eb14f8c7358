using System.Security.Cryptography;

namespace Sandbox.Client.Testing.State.Internal;

/// <summary>Ids in the server's alphabets (contract section 7), all of 21 characters.</summary>
internal static class Identifiers
{
    private const int Length = 21;
    private const string LowerCase = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string UrlSafe = LowerCase + "ABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

    /// <summary>For sandboxes and snapshots: fit for a host name.</summary>
    public static string NewLowerCase() => RandomNumberGenerator.GetString(LowerCase, Length);

    /// <summary>For pools and warm containers.</summary>
    public static string NewUrlSafe() => RandomNumberGenerator.GetString(UrlSafe, Length);
}
