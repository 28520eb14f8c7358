namespace Sandbox.Client.UpstreamTests.Surveys;

/// <summary>What came of one target on one server.</summary>
/// <param name="Target">The target, one character an octet.</param>
/// <param name="IsAnswered">Whether there was an answer at all.</param>
/// <param name="IsPublic">Whether it came from the public area.</param>
/// <param name="IsLeak">Whether anything private was in it.</param>
internal sealed record Visit(string Target, bool IsAnswered, bool IsPublic, bool IsLeak)
{
    /// <summary>The target as it can be read in a log.</summary>
    public override string ToString() => string.Concat(Target.Select(octet => octet is > ' ' and <= '~' ? octet.ToString() : $"\\x{(int)octet:x2}"));
}
