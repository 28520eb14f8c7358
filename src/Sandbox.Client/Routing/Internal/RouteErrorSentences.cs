using static Sandbox.Client.Routing.UnauthenticatedRouteErrorCode;

namespace Sandbox.Client.Routing.Internal;

/// <summary>What is wrong with an entry and how to write it.</summary>
internal static class RouteErrorSentences
{
    public static string Of(UnauthenticatedRouteErrorCode code) => code switch
    {
        Empty => "It is empty. Leave it out; write \"/\" to open everything.",
        NotRooted => "It does not begin with '/'. Write the path only, without scheme and host, such as \"/api/public\".",
        TooLong => "It has more than 1,024 octets once spaces and non-ASCII are written as triplets. List a shorter prefix.",
        TooMany => "The list has more than 10,000 entries, and this one and all after it do not count. List a common prefix instead.",
        SurroundingWhitespace => "It begins or ends with white space. Remove it; write a space that belongs to the path as %20.",
        ControlCharacter => "It holds a control character. Remove it; a public path cannot have one.",
        Query => "It holds '?'. List the path only; queries are not compared.",
        Fragment => "It holds '#'. List the path only; a request has no fragment.",
        EmptySegment => "It holds '//'. Write one slash.",
        DotSegment => "A segment has only dots and blanks. Write the path that is meant, without \".\" and \"..\".",
        Backslash => "It holds a backslash. Write '/'.",
        PathParameter => "It holds ';'. List the path up to it, without the parameter; a public path cannot have one.",
        Wildcard => "It holds one of * { } [ ] ^ | < > \" `. Routes are prefixes, not patterns: list the path that comes before; a character that belongs to the path is written as a triplet (a star cannot be).",
        BadTriplet => "A '%' has no two hex digits after it. Write triplets such as %20; a public path cannot hold '%' itself.",
        NeedlessTriplet => "A character is written as a triplet without need. Write it as it is: 'a', not %61.",
        EncodedStructure => "A triplet stands for a control or for one of / \\ . % ; ? # *. A public path cannot have it; list a shorter prefix.",
        BadUtf8 => "Its triplets, or its characters, are not well-formed UTF-8. Write it as text, or as the triplets of its UTF-8 form.",
        Confusable => "It holds a character that some servers drop or read as structure. List a prefix without it.",
        _ => "It is not valid.",
    };
}
