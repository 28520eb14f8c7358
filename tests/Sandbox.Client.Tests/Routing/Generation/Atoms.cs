using System.Text;

namespace Sandbox.Client.Tests.Routing.Generation;

/// <summary>What generated targets are made of: for every step of the rule, pieces that break it, and pieces that only just do not.</summary>
internal static class Atoms
{
    public static readonly string[] Names =
        ["a", "data.txt", "v1.0", "x-y_z", "~u", "@scope", "it's", "(x)", "a&b", "$m", "a=b", "k:v", "!i", "a,b", "*", "A", "admin", "secret", "0", ".well-known", "..a", "a..", "...txt"];

    public static readonly string[] Dots = [".", "..", "...", "....", ".+", "..+", "+", "+.", "..+.", ". .", "%20", "..%20", "%20..", ".%20.", "%2B", "..%2B", "%2e", "%2E%2e", ".%2e"];

    public static readonly string[] Structure =
        ["%2f", "%2F", "%5c", "%5C", "%25", "%3b", "%3B", "%3f", "%23", "%00", "%09", "%0a", "%1f", "%7f", "%252e", "%252f", "%2525", "/", "//", "\\", ";", ";x=1", "?", "#", "%", "%2", "%zz", "%u002e", "%%32%65"];

    public static readonly string[] SafeTriplets = ["%61", "%41", "%7E", "%2D", "%5F", "%20", "%22", "%3C", "%3e", "%5B", "%5D", "%5E", "%60", "%7B", "%7C", "%7D", "%2A", "%26", "%3D", "%2b"];

    public static readonly string[] Malformed =
        ["%80", "%BF", "%C0%AE", "%C0%AF", "%C1%9C", "%C3", "%C3%28", "%E0%80%AF", "%E0%9F%BF", "%ED%A0%80", "%ED%BF%BF", "%EF%BC", "%F0%80%80%AE", "%F0%8F%BF%BF", "%F4%90%80%80", "%F5%80%80%80", "%F8%88%80%80%80", "%FE%FF", "%E2%82", "%C3%", "%C3%A"];

    public static readonly string[] RawOctets = [" ", "\t", "\0", "\u0001", "\u007F", "\u0080", "\u00A0", "\u00E9", "\u00FF", "\"", "<", ">", "[", "]", "^", "`", "{", "|", "}"];

    public static readonly string[] QueryPieces =
        ["x=1", "a&b", "q=%25", "/", "\\", "%2f", "%5c", "%252f", "..", ".", "...", "%2e", "%252e", "%25%32%65", ";", ";x", "+", "%20", "%0a", "%C2%A0", "%E3%80%80", "%C2%85", "%E2%80%8B", "%E2%80%A8", "?", "..;", "%", "%2", "5c", "2e", "{\"a\":1}", "%%", "%C3", "a", ".a", "%3b", "%00", "/..", "/.. ", "%2e%2e%2f", "url=https://h/x"];

    // One code point for each low byte that a cut turns into something, one above and one below, from all over the planes.
    public static readonly int[] LowBytes = [0x00, 0x01, 0x0A, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x2D, 0x2E, 0x2F, 0x30, 0x35, 0x3A, 0x3B, 0x3C, 0x3E, 0x3F, 0x40, 0x41, 0x5B, 0x5C, 0x5D, 0x61, 0x66, 0x67, 0x7E, 0x7F, 0x80, 0xFF];

    public static readonly int[] Pages = [0x0100, 0x0400, 0x0500, 0x1E00, 0x3000, 0x4F00, 0xAC00, 0x1F300, 0x1F600, 0x20000, 0x100000];

    public static readonly int[] Tricky =
        [0x80, 0x85, 0x9F, 0xA0, 0xA1, 0xAD, 0x034F, 0x037D, 0x037E, 0x037F, 0x115F, 0x1680, 0x180E, 0x2000, 0x2001, 0x200A, 0x200B, 0x200D, 0x2010, 0x2023, 0x2024, 0x2026, 0x2027, 0x2028, 0x202E, 0x202F, 0x2030, 0x2044, 0x205F, 0x2060, 0x2100, 0x2105, 0x2215, 0x2488, 0x249B, 0x249C, 0x3000, 0x3002, 0x33C2, 0x3164, 0xFB00, 0xFDCF, 0xFDD0, 0xFDEF, 0xFDF0, 0xFE00, 0xFE19, 0xFE30, 0xFE52, 0xFE68, 0xFEFF, 0xFF03, 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF10, 0xFF1B, 0xFF1F, 0xFF3C, 0xFFA0, 0xFFEF, 0xFFF0, 0xFFFB, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0x1BC41, 0x1BCA0, 0x1D173, 0x1F100, 0x1F101, 0x1FFFE, 0x1FFFF, 0xE0001, 0xE0FFF, 0xE1000, 0x10FFFD, 0x10FFFF];

    /// <summary>The UTF-8 form of a code point as triplets, in upper or lower case.</summary>
    public static string Encode(int codePoint, bool lower = false) =>
        string.Concat(Encoding.UTF8.GetBytes(new Rune(codePoint).ToString()).Select(octet => lower ? $"%{octet:x2}" : $"%{octet:X2}"));
}
