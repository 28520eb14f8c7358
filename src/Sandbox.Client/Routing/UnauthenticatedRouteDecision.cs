namespace Sandbox.Client.Routing;

/// <summary>Whether a request may pass without credentials, or the reason why not. For logs and metrics; never tell the reason to the caller of the request.</summary>
/// <remarks>Every value but <see cref="Allow"/> is a denial, also <c>default</c>. A denial means "ask for credentials", not "refuse".</remarks>
public enum UnauthenticatedRouteDecision
{
    /// <summary>No valid route is listed, so everything needs credentials. The default value.</summary>
    NoRoutes = 0,

    /// <summary>The path is public: every common reading of the request target lies at or below a route.</summary>
    Allow = 1,

    /// <summary>The method is CONNECT (a tunnel has no path) or TRACE (it echoes headers).</summary>
    Method = 2,

    /// <summary>The target is empty or longer than 8,192 octets.</summary>
    Length = 3,

    /// <summary>The target does not begin with <c>/</c>: absolute form, authority form or <c>*</c> (RFC 9112, section 3.2).</summary>
    NotOriginForm = 4,

    /// <summary>The target holds <c>#</c>, or an octet outside 21 to 7E, or its path holds one that RFC 3986 does not allow there.</summary>
    Character = 5,

    /// <summary>The path neither equals a route nor continues one with <c>/</c>, octet for octet.</summary>
    NoMatch = 6,

    /// <summary>The path holds <c>;</c>, which some servers cut off with all that follows it in the segment.</summary>
    PathParameter = 7,

    /// <summary>The path holds <c>//</c>, which some servers merge.</summary>
    EmptySegment = 8,

    /// <summary>A segment, or a part of it that some servers read as one, has nothing in it but dots and blanks.</summary>
    DotSegment = 9,

    /// <summary>A <c>%</c> without two hex digits after it.</summary>
    BadTriplet = 10,

    /// <summary>A triplet that stands for a control, or for one of <c>. / \ % ; ? #</c>.</summary>
    EncodedStructure = 11,

    /// <summary>Triplets that are not well-formed UTF-8.</summary>
    BadUtf8 = 12,

    /// <summary>A character that folds into structure (such as a fullwidth slash), that readers drop, or that is structure once it is cut to a byte.</summary>
    Confusable = 13,

    /// <summary>The query climbs: decoded, it holds a <c>..</c> between slashes, which is dangerous where a handler joins the whole target to a folder.</summary>
    QueryClimb = 14,
}
