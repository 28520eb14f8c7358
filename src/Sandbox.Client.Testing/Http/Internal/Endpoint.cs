using Microsoft.AspNetCore.Http;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>What answers one method of a route.</summary>
/// <param name="Method">The method; GET also answers HEAD.</param>
/// <param name="Handle">Works on the state; called by one request at a time.</param>
/// <param name="ReadsJson">Whether the body must be JSON. Endpoints that read none ignore whatever is sent.</param>
internal sealed record Endpoint(string Method, Func<Call, Answer> Handle, bool ReadsJson = false)
{
    public bool AnswersHead => HttpMethods.IsGet(Method);

    /// <summary>Methods are compared letter by letter: HTTP knows no lower-case GET.</summary>
    public bool Answers(string method) =>
        string.Equals(method, Method, StringComparison.Ordinal) || (AnswersHead && string.Equals(method, "HEAD", StringComparison.Ordinal));
}
