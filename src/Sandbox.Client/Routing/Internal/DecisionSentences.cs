using static Sandbox.Client.Routing.UnauthenticatedRouteDecision;

namespace Sandbox.Client.Routing.Internal;

/// <summary>The decisions in words.</summary>
internal static class DecisionSentences
{
    public static string Of(UnauthenticatedRouteDecision decision) => decision switch
    {
        NoRoutes => "Credentials are needed: no public path is listed.",
        Allow => "Public: the path is at or below a listed route.",
        Method => "Credentials are needed: CONNECT and TRACE are never public.",
        Length => "Credentials are needed: the target is empty or longer than 8,192 octets.",
        NotOriginForm => "Credentials are needed: the target does not begin with '/'.",
        Character => "Credentials are needed: the target holds an octet that must not stand there as it is.",
        NoMatch => "Credentials are needed: the path neither equals a listed route nor continues one with '/'.",
        PathParameter => "Credentials are needed: the path holds ';', which some servers cut off.",
        EmptySegment => "Credentials are needed: the path holds '//', which some servers merge.",
        DotSegment => "Credentials are needed: a segment of the path has only dots and blanks, or reads so on some servers.",
        BadTriplet => "Credentials are needed: a '%' of the path has no two hex digits after it.",
        EncodedStructure => "Credentials are needed: the path holds a control or one of . / \\ % ; ? # as a triplet.",
        BadUtf8 => "Credentials are needed: triplets of the path are not well-formed UTF-8.",
        Confusable => "Credentials are needed: the path holds a character that some servers drop or read as structure.",
        QueryClimb => "Credentials are needed: the query holds '..' between slashes once it is decoded.",
        _ => "Credentials are needed: the decision is not known.",
    };
}
