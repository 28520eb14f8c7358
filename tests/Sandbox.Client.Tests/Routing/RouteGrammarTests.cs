using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.UnauthenticatedRouteErrorCode;

namespace Sandbox.Client.Tests.Routing;

/// <summary>What may be listed as a public path, and what a writer is told about the rest.</summary>
public class RouteGrammarTests
{
    // Half surrogate pairs do not survive the way from discovery to the run, so the rows are made in the run.
    public static TheoryData<string?, UnauthenticatedRouteErrorCode> Invalid => new()
    {
        { null, Empty },
        { "", Empty },
        { "api", NotRooted },
        { "*", NotRooted },
        { "^/api", NotRooted },
        { "https://host/api", NotRooted },
        { "/" + new string('a', 1024), TooLong },
        { "/" + new string('é', 171), TooLong },
        { "/" + new string('a', 1022) + "é", TooLong },
        { "/" + new string('a', 1012) + "\U0001F680", TooLong },
        { " ", SurroundingWhitespace },
        { " /api", SurroundingWhitespace },
        { "/api ", SurroundingWhitespace },
        { "/api\u00A0", SurroundingWhitespace },
        { "/api\n", SurroundingWhitespace },
        { "/a\0b", ControlCharacter },
        { "/a\u001Fb", ControlCharacter },
        { "/a\tb", ControlCharacter },
        { "/a\u007Fb", ControlCharacter },
        { "/a\u0085b", ControlCharacter },
        { "/a?b", Query },
        { "/a#b", Fragment },
        { "//", EmptySegment },
        { "//a", EmptySegment },
        { "/a//b", EmptySegment },
        { "/a//", EmptySegment },
        { "/.", DotSegment },
        { "/..", DotSegment },
        { "/a/../b", DotSegment },
        { "/a/...", DotSegment },
        { "/+", DotSegment },
        { "/.+/b", DotSegment },
        { "/%20/b", DotSegment },
        { "/a/ /b", DotSegment },
        { "/a/\u3000/b", DotSegment },
        { "/a\\b", Backslash },
        { "/a;b", PathParameter },
        { "/a*", Wildcard },
        { "/{id}", Wildcard },
        { "/a}", Wildcard },
        { "/[a", Wildcard },
        { "/a]", Wildcard },
        { "/a^", Wildcard },
        { "/a|b", Wildcard },
        { "/a<b", Wildcard },
        { "/a>b", Wildcard },
        { "/a\"b", Wildcard },
        { "/a`b", Wildcard },
        { "/a%", BadTriplet },
        { "/a%4", BadTriplet },
        { "/a%4g", BadTriplet },
        { "/a%g4", BadTriplet },
        { "/a%%20", BadTriplet },
        { "/a%\u01000", BadTriplet },
        { "/a%0\u0100", BadTriplet },
        { "/%61", NeedlessTriplet },
        { "/%2D", NeedlessTriplet },
        { "/%7E", NeedlessTriplet },
        { "/%40", NeedlessTriplet },
        { "/%3A", NeedlessTriplet },
        { "/%2B", NeedlessTriplet },
        { "/a%2F", EncodedStructure },
        { "/a%2f", EncodedStructure },
        { "/a%5C", EncodedStructure },
        { "/a%2E", EncodedStructure },
        { "/a%25", EncodedStructure },
        { "/a%3B", EncodedStructure },
        { "/a%3F", EncodedStructure },
        { "/a%23", EncodedStructure },
        { "/a%2A", EncodedStructure },
        { "/a%00", EncodedStructure },
        { "/a%1F", EncodedStructure },
        { "/a%7F", EncodedStructure },
        { "/a%E9", BadUtf8 },
        { "/a%C0%AE", BadUtf8 },
        { "/a%ED%A0%80", BadUtf8 },
        { "/a%C3%A9%A9", BadUtf8 },
        { "/a\uD800b", BadUtf8 },
        { "/a\uDC00", BadUtf8 },
        { "/a\uD83D", BadUtf8 },
        { "/\uFF0E\uFF0E", Confusable },
        { "/a\u200Bb", Confusable },
        { "/a%E2%80%8Bb", Confusable },
        { "/a%C2%85b", Confusable },
        { "/\u012Fa", Confusable },
        { "/a\U000E0001", Confusable },
    };

    public static TheoryData<string, string> Valid => new()
    {
        { "/", "/" },
        { "/a", "/a" },
        { "/a/", "/a/" },
        { "/a/b.c/d-e_f~g", "/a/b.c/d-e_f~g" },
        { "/!$&'()+,=:@", "/!$&'()+,=:@" },
        { "/..a/.b/a..", "/..a/.b/a.." },
        { "/a b", "/a%20b" },
        { "/a%20b", "/a%20b" },
        { "/%22%3C%3E%5B%5D%5E%60%7B%7C%7D", "/%22%3C%3E%5B%5D%5E%60%7B%7C%7D" },
        { "/%5b%5d%7c", "/%5B%5D%7C" },
        { "/caf\u00E9", "/caf%C3%A9" },
        { "/caf%c3%a9", "/caf%C3%A9" },
        { "/\u65E5\u672C", "/%E6%97%A5%E6%9C%AC" },
        { "/\U0001F680", "/%F0%9F%9A%80" },
        { "/" + new string('a', 1023), "/" + new string('a', 1023) },
        { "/a" + new string('\u00E9', 170), "/a" + string.Concat(Enumerable.Repeat("%C3%A9", 170)) },
    };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void An_entry_that_is_not_valid_is_named_with_its_code_and_how_to_write_it(string? entry, UnauthenticatedRouteErrorCode code)
    {
        var error = Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Create(["/fine", entry, "/also-fine"]));

        Assert.NotNull(error.Diagnostic);
        Assert.Equal((1, entry, code), (error.Diagnostic.Index, error.Diagnostic.Entry, error.Diagnostic.Code));
        Assert.Contains("Route 1 ", error.Message, StringComparison.Ordinal);
        Assert.Contains(code.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Diagnostic.Message, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Diagnostic.Message.TrimEnd(')'), StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void An_entry_that_is_not_valid_opens_nothing_and_closes_no_neighbour(string? entry, UnauthenticatedRouteErrorCode code)
    {
        var matcher = UnauthenticatedRouteMatcher.CreateLenient(["/fine", entry, "/also-fine"], out var diagnostics);

        Assert.Equal(["/fine", "/also-fine"], matcher.Routes);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((1, entry, code), (diagnostic.Index, diagnostic.Entry, diagnostic.Code));
        Assert.False(matcher.IsPublic("/"));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_entry_is_kept_in_canonical_form_and_opens_itself(string entry, string canonical)
    {
        var matcher = UnauthenticatedRouteMatcher.Create([entry]);

        Assert.Equal([canonical], matcher.Routes);
        Assert.True(matcher.IsPublic(canonical));
        Assert.True(matcher.IsPublic(canonical.TrimEnd('/') + "/x"));
        Assert.Equal(matcher, UnauthenticatedRouteMatcher.Create([canonical]));
    }

    [Fact]
    public void Every_code_has_a_sentence_of_its_own()
    {
        var sentences = Invalid.Select(row => (Code: (UnauthenticatedRouteErrorCode)row[1], Message: MessageOf((string?)row[0]))).Distinct().ToList();

        Assert.Equal(sentences.Count, sentences.Select(one => one.Code).Distinct().Count());
        Assert.Equal(sentences.Count, sentences.Select(one => one.Message).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enum.GetValues<UnauthenticatedRouteErrorCode>().Except([None, TooMany]).Order(), sentences.Select(one => one.Code).Order());
    }

    [Theory]
    [InlineData("\u00e9", 170, 171)]
    [InlineData("\u4e2d", 113, 114)]
    [InlineData("\U0001F680", 85, 86)]
    [InlineData(" a", 255, 256)]
    [InlineData("\u00e9", 170, 1022)]
    public void What_counts_is_the_length_in_canonical_form(string piece, int fits, int tooMany)
    {
        Assert.Single(UnauthenticatedRouteMatcher.Create(["/a" + string.Concat(Enumerable.Repeat(piece, fits))]).Routes);
        var error = Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Create(["/a" + string.Concat(Enumerable.Repeat(piece, tooMany))]));
        Assert.Equal(TooLong, error.Diagnostic!.Code);
    }

    [Fact]
    public void An_entry_that_is_not_too_long_yet_is_refused_for_what_it_holds()
    {
        var longest = "/aaa" + new string('\u00e9', 170);

        Assert.Equal(1024, UnauthenticatedRouteMatcher.Create([longest]).Routes[0].Length);
        Assert.Equal(PathParameter, Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Create([longest + ";"])).Diagnostic!.Code);
    }

    [Fact]
    public void The_exception_can_be_made_without_an_entry()
    {
        Assert.Equal("A public path prefix is not valid.", new InvalidUnauthenticatedRouteException().Message);
        Assert.Null(new InvalidUnauthenticatedRouteException().Diagnostic);
        Assert.Equal("diagnostic", Assert.Throws<ArgumentNullException>(() => new InvalidUnauthenticatedRouteException((UnauthenticatedRouteDiagnostic)null!)).ParamName);
    }

    [Fact]
    public void A_list_of_ten_thousand_entries_is_the_longest()
    {
        var routes = Enumerable.Range(0, 10_000).Select(number => $"/r{number}").ToList();

        var matcher = UnauthenticatedRouteMatcher.Create(routes);

        Assert.Equal(10_000, matcher.Routes.Count);
        Assert.All(routes, route => Assert.True(matcher.IsPublic(route + "/x")));
        Assert.False(matcher.IsPublic("/r10000"));
    }

    [Fact]
    public void One_entry_more_is_refused_by_writers_and_dropped_by_readers()
    {
        var routes = Enumerable.Range(0, 10_002).Select(number => $"/r{number}").ToList();

        var error = Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Create(routes));
        var matcher = UnauthenticatedRouteMatcher.CreateLenient(routes, out var diagnostics);

        Assert.Equal((10_000, TooMany), (error.Diagnostic!.Index, error.Diagnostic.Code));
        Assert.Equal(error.Diagnostic, Assert.Single(diagnostics));
        Assert.Contains("more than 10,000 entries", error.Message, StringComparison.Ordinal);
        Assert.True(matcher.IsPublic("/r9999"));
        Assert.False(matcher.IsPublic("/r10000"));
        Assert.False(matcher.IsPublic("/r10001"));
    }

    [Fact]
    public void Validation_alone_throws_the_same_error()
    {
        var expected = Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Create(["/a", "/b//c"]));
        var actual = Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Validate(["/a", "/b//c"]));

        Assert.Equal(expected.Diagnostic, actual.Diagnostic);
        Assert.Equal(expected.Message, actual.Message);
        UnauthenticatedRouteMatcher.Validate(["/a", "/b"]);
        UnauthenticatedRouteMatcher.Validate(null);
    }

    [Fact]
    public void A_message_shows_the_entry_shortened_and_without_unusual_characters()
    {
        var odd = MessageOfError("/a\u001B\"\\\u200B");
        var longest = MessageOfError("/" + new string('x', 5000));

        Assert.Contains("(\"/a\\u001B\\\"\\\\\\u200B\")", odd, StringComparison.Ordinal);
        Assert.Contains($"(\"/{new string('x', 79)}\"...)", longest, StringComparison.Ordinal);
        Assert.Contains("(\"/a ~?x\")", MessageOfError("/a ~?x"), StringComparison.Ordinal);
        Assert.Contains($"(\"/{new string('x', 78)}?\")", MessageOfError("/" + new string('x', 78) + "?"), StringComparison.Ordinal);
        Assert.Contains("(null)", MessageOfError(null), StringComparison.Ordinal);
    }

    private static string MessageOf(string? entry)
    {
        UnauthenticatedRouteMatcher.CreateLenient([entry], out var diagnostics);
        return Assert.Single(diagnostics).Message;
    }

    private static string MessageOfError(string? entry) =>
        Assert.Throws<InvalidUnauthenticatedRouteException>(() => UnauthenticatedRouteMatcher.Create([entry])).Message;
}
