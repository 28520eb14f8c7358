using System.Buffers;
using System.Globalization;
using System.Text;
using Sandbox.Client.Routing;
using Sandbox.Client.Tests.Routing.Generation;
using Sandbox.Client.Tests.Routing.Oracle;

namespace Sandbox.Client.Tests.Routing;

/// <summary>The library's table of refused code points against the runtime's own Unicode data: a Unicode version that adds one must fail here, not open a path.</summary>
public class UnicodeDataTests
{
    private static readonly SearchValues<char> Structure = SearchValues.Create("./\\%;?#");

    private static readonly UnauthenticatedRouteMatcher Matcher = UnauthenticatedRouteMatcher.Create(["/p"]);

    private static IEnumerable<Rune> NonAscii => Enumerable.Range(0x80, 0x10FFFF - 0x7F).Where(Rune.IsValid).Select(value => new Rune(value));

    [Fact]
    public void The_runtime_has_real_normalization_data() => Assert.Equal("../", "\uFF0E\u2024\uFF0F".Normalize(NormalizationForm.FormKC));

    [Fact]
    public void Whatever_folds_into_structure_is_refused()
    {
        var folding = NonAscii.Where(FoldsIntoStructure).ToList();

        Assert.True(folding.Count >= 52);
        Assert.All(folding, rune => Assert.True(IsRefused(rune), $"U+{rune.Value:X4} folds into structure"));
        Assert.Equal(CodePointLists.Folded.Order(), folding.Select(rune => rune.Value).Order());
    }

    [Fact]
    public void Controls_format_characters_and_line_ends_are_refused()
    {
        var known = new HashSet<int> { 0x110BD, 0x110CD };
        var vanishing = NonAscii.Where(rune => Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator).ToList();

        // Visible signs that Unicode counts as format characters: they are no default ignorables, and printing keeps them.
        var visible = vanishing.Where(rune => !IsRefused(rune)).Select(rune => rune.Value).ToList();

        Assert.All(visible, value => Assert.True(
            value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or (>= 0x13430 and <= 0x1343F) || known.Contains(value),
            $"U+{value:X4} is a format character that paths may hold"));
        Assert.InRange(vanishing.Count, 100, 300);
    }

    [Fact]
    public void Spaces_are_blank()
    {
        var spaces = NonAscii.Where(rune => Rune.IsWhiteSpace(rune) && !IsRefused(rune)).ToList();

        Assert.Equal(16, spaces.Count);
        Assert.All(spaces, rune =>
        {
            Assert.False(Matcher.IsPublic("/p/" + Atoms.Encode(rune.Value)), $"U+{rune.Value:X4} alone");
            Assert.False(Matcher.IsPublic("/p/.." + Atoms.Encode(rune.Value)), $"dots and U+{rune.Value:X4}");
        });
    }

    [Fact]
    public void Nothing_else_is_refused_than_what_the_rule_lists()
    {
        foreach (var rune in NonAscii)
        {
            Assert.True(CodePointLists.Refused.Contains(rune.Value) == IsRefused(rune), $"U+{rune.Value:X4}");
        }
    }

    [Fact]
    public void Every_code_point_alone_or_after_dots_is_decided_as_the_oracle_says()
    {
        // From plane 2 on, every page of 256 is decided alike but for those that the rule names.
        Parallel.ForEach(NonAscii.Where(rune => rune.Value is < 0x20100 or (>= 0xDFF00 and <= 0xE11FF) or >= 0x10FF00), rune =>
        {
            var encoded = Atoms.Encode(rune.Value);
            foreach (var segment in new[] { encoded, ".." + encoded + "x", "x" + encoded + ".." })
            {
                Assert.True(
                    SegmentOracle.Broken(segment).Count == 0 == Matcher.IsPublic("/p/" + segment),
                    $"{segment}: {Matcher.Evaluate("/p/" + segment, "GET")}");
            }
        });
    }

    private static bool FoldsIntoStructure(Rune rune)
    {
        var text = rune.ToString();
        return !IsNoncharacter(rune)
            && (text.Normalize(NormalizationForm.FormKC) + text.Normalize(NormalizationForm.FormKD)).AsSpan().ContainsAny(Structure);
    }

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    // A letter before it, so that nothing but the code point itself can be the reason.
    private static bool IsRefused(Rune rune) => !Matcher.IsPublic("/p/a" + Atoms.Encode(rune.Value));
}
