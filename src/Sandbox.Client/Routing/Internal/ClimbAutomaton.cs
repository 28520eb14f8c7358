namespace Sandbox.Client.Routing.Internal;

/// <summary>A finite automaton that looks for a part of two or more dots after the first separator.</summary>
/// <remarks>The next states of all states are packed into one word an octet, six bits each, and a state is the shift to its own bits:
/// a step is one load and one shift, whatever the query, so an attacker gains nothing from its shape.</remarks>
internal static class ClimbAutomaton
{
    private const int FirstPart = 0;
    private const int NoDot = 6;
    private const int OneDot = 12;
    private const int Dots = 18;
    private const int OtherPart = 24;
    private const int Climbed = 30;
    private const int StateMask = 63;

    private static readonly ulong[] Steps = BuildSteps();

    public static bool Accepts(ReadOnlySpan<byte> octets)
    {
        var steps = Steps.AsSpan(0, 256);
        var state = 0UL;
        foreach (var octet in octets)
        {
            state = steps[octet] >> (int)(state & StateMask);
        }

        return (state & StateMask) is Dots or Climbed;
    }

    private static ulong[] BuildSteps()
    {
        var steps = new ulong[256];
        for (var octet = 0; octet < steps.Length; octet++)
        {
            foreach (var state in (int[])[FirstPart, NoDot, OneDot, Dots, OtherPart, Climbed])
            {
                steps[octet] |= (ulong)Next(state, (char)octet) << state;
            }
        }

        return steps;
    }

    private static int Next(int state, char octet) => (state, octet) switch
    {
        (Climbed, _) or (Dots, '/' or '\\' or ';') => Climbed,
        (_, '/' or '\\') => NoDot,
        (FirstPart, _) => FirstPart,
        (_, <= ' ' or '+' or (char)0x7F) => state,
        (NoDot, '.') => OneDot,
        (OneDot or Dots, '.') => Dots,
        _ => OtherPart,
    };
}
