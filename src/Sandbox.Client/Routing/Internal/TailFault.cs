namespace Sandbox.Client.Routing.Internal;

/// <summary>The first segment of a path that is not inert.</summary>
/// <param name="Start">Where it begins; everything before it is inert.</param>
/// <param name="Decision">What is wrong with it.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TailFault(int Start, UnauthenticatedRouteDecision Decision);
