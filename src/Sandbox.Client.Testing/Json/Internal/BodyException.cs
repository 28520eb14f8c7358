namespace Sandbox.Client.Testing.Json.Internal;

/// <summary>A body that the server refuses: 400 when it is no JSON, 422 when it is JSON of another shape (contract section 1.3.1).</summary>
internal sealed class BodyException : Exception
{
    public BodyException(bool isSyntax, string message)
        : base((isSyntax ? "Failed to parse the request body as JSON: " : "Failed to deserialize the JSON body into the target type: ") + message)
    {
        Status = isSyntax ? 400 : 422;
    }

    public int Status { get; }
}
