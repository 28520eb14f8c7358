namespace Sandbox.Client.Routing;

/// <summary>An entry of a list of public path prefixes is not valid. <see cref="Diagnostic"/> says which one, why, and how to write it.</summary>
public sealed class InvalidUnauthenticatedRouteException : ArgumentException
{
    /// <summary>Makes an exception without details.</summary>
    public InvalidUnauthenticatedRouteException()
        : this("A public path prefix is not valid.")
    {
    }

    /// <summary>Makes an exception with a message of the caller's.</summary>
    /// <param name="message">What is wrong.</param>
    public InvalidUnauthenticatedRouteException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message of the caller's and a cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidUnauthenticatedRouteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception for one entry.</summary>
    /// <param name="diagnostic">The entry and what is wrong with it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="diagnostic"/> is null.</exception>
    public InvalidUnauthenticatedRouteException(UnauthenticatedRouteDiagnostic diagnostic)
        : base(diagnostic?.ToString())
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Diagnostic = diagnostic;
    }

    /// <summary>The first entry that is not valid; null when the exception was made from a message.</summary>
    public UnauthenticatedRouteDiagnostic? Diagnostic { get; }
}
