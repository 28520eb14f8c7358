namespace Sandbox.Client.Routing;

/// <summary>Why an entry of a list of public path prefixes is not valid.</summary>
public enum UnauthenticatedRouteErrorCode
{
    /// <summary>No error. The default value; no diagnostic carries it.</summary>
    None = 0,

    /// <summary>The entry is null or empty.</summary>
    Empty = 1,

    /// <summary>The entry does not begin with <c>/</c>: a bare name, an absolute URL, <c>*</c>, a regular expression.</summary>
    NotRooted = 2,

    /// <summary>The entry has more than 1,024 octets in canonical form.</summary>
    TooLong = 3,

    /// <summary>The list has more than 10,000 entries.</summary>
    TooMany = 4,

    /// <summary>The entry begins or ends with white space.</summary>
    SurroundingWhitespace = 5,

    /// <summary>The entry holds a control character.</summary>
    ControlCharacter = 6,

    /// <summary>The entry holds <c>?</c>: queries are not part of a prefix.</summary>
    Query = 7,

    /// <summary>The entry holds <c>#</c>.</summary>
    Fragment = 8,

    /// <summary>The entry holds <c>//</c>.</summary>
    EmptySegment = 9,

    /// <summary>A segment has nothing in it but dots and blanks.</summary>
    DotSegment = 10,

    /// <summary>The entry holds <c>\</c>.</summary>
    Backslash = 11,

    /// <summary>The entry holds <c>;</c>.</summary>
    PathParameter = 12,

    /// <summary>The entry holds one of <c>* { } [ ] ^ | &lt; &gt; " `</c> as it is: a pattern in somebody's language, which would never match.</summary>
    Wildcard = 13,

    /// <summary>A <c>%</c> without two hex digits after it.</summary>
    BadTriplet = 14,

    /// <summary>A triplet for a character that is written as it is, such as <c>%61</c> for <c>a</c>.</summary>
    NeedlessTriplet = 15,

    /// <summary>A triplet for a control or for one of <c>/ \ . % ; ? # *</c>.</summary>
    EncodedStructure = 16,

    /// <summary>Triplets that are not well-formed UTF-8, or half of a surrogate pair.</summary>
    BadUtf8 = 17,

    /// <summary>A character that folds into structure, that readers drop, or that is structure once it is cut to a byte.</summary>
    Confusable = 18,
}
