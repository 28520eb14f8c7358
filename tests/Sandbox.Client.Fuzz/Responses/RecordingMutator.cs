using System.Text;
using Sandbox.Client.Tests.Routing.Generation;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>Makes hostile answers of recorded ones.</summary>
internal static class RecordingMutator
{
    private const int MostChanges = 5;
    private const int LongestBody = 60_000;

    private static readonly byte[][] Hostile =
    [
        .. new[]
        {
            "null", "true", "[]", "{}", "\"\"", "0", "-0", "-1", "1.0", "1e999", "1e-999", "18446744073709551615", "18446744073709551616", "4294967296", "65536", "1795451103007",
            "253402300800000", new string('9', 400), "0.1e+1", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"..\"", "\"/\"", "\"a|b\"", "\"\u202e\"",
            "\"" + ResponsePlan.Key + "\"", ResponsePlan.Key, "k3y-\u200bmArKeR-77", "\"" + new string('x', 300) + "\"", "\"" + new string('x', 3000) + "\"",
            "nul", "tru", "fals", "nope " + ResponsePlan.Key, "NaN", "//", "/**/", "\uFEFF", "<html><title>" + ResponsePlan.Key + "&#0;</title>", "<!doctype html><p>",
            "{\"message\":\"" + ResponsePlan.Key + "\"}", "{\"error\":{\"message\":{\"detail\":\"x\"}}}", "{\"\\ud800\":1}", "{\"\\ud800aaaaaaaaaa\":1}", "{\"m\\ud800ssage\":1}",
            ",\"next_cursor\":\"n\"", ",\"next_cursor\":\"\\ud800\"", "\"next_cursor\":null,", ",\"sandboxes\":[{}]", "\"id\":null,", "\"id\":\"\",", "\"sandbox_id\":\"..\",", "\"exposed_ports\":[70000],",
            "\"created_at\":18446744073709551615,", "\"timeout_secs\":18446744073709551615,", "\\", "\"", ",", ":", "[", "]", "{", "}", " ", "\t\r\n", "\0", new string(' ', 700), "\r\n\r\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x1F, 0x8B, 0x08, 0x00],
    ];

    private static readonly byte[][] HostileMembers =
    [
        .. new[]
        {
            "\"\\ud800aaaaaaaaaa\":1,", "\"\\udc00\":{},", "\"sandboxes\":[],", "\"sandboxes\":null,", "\"sandboxes\":{},", "\"next_cursor\":\"n\",", "\"next_cursor\":\"\\ud800\",",
            "\"message\":\"\\ud800\",", "\"m\\ud800ssage\":1,", "\"error\":{\"\\ud800\":1},", "\"id\":null,", "\"id\":\"\",", "\"\\u0069d\":\"other\",", "\"sandbox_id\":\"..\",",
            "\"namespace\":\"other\",", "\"exposed_ports\":[70000],", "\"created_at\":18446744073709551615,", "\"timeout_secs\":18446744073709551615,",
            "\"" + new string('n', 600) + "\"  :1,", "\"a\":\"" + new string('x', 600) + "\",", "\"a\":" + new string('1', 600) + ",", "\"a\":[],\"a\":{},", "\"\":\"\",",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public static byte[] Make(IReadOnlyList<byte[]> recordings, Dice dice)
    {
        var input = dice.Pick(recordings);
        var body = input[ResponsePlan.HeadLength..].ToList();
        for (var changes = dice.Next(MostChanges); changes > 0 && body.Count < LongestBody; changes--)
        {
            Change(body, recordings, dice);
        }

        return [.. Head(input, dice), .. body.Take(LongestBody)];
    }

    private static byte[] Head(byte[] input, Dice dice)
    {
        var head = input[..ResponsePlan.HeadLength];
        head[0] = dice.OneIn(8) ? (byte)dice.Next(256) : head[0];
        head[1] = dice.OneIn(8) ? (byte)dice.Next(256) : head[1];
        head[2] = (byte)dice.Next(256);
        head[3] = dice.OneIn(2) ? (byte)0 : dice.OneIn(2) ? (byte)dice.Next(256) : (byte)1;
        head[4] = dice.OneIn(2) ? (byte)0 : (byte)dice.Next(256);
        head[5] = dice.OneIn(3) ? (byte)dice.Next(2) : (byte)dice.Next(256);
        return head;
    }

    private static void Change(List<byte> body, IReadOnlyList<byte[]> recordings, Dice dice)
    {
        var at = dice.Next(body.Count + 1);
        var length = Math.Min(body.Count - at, 1 + dice.Next(dice.OneIn(3) ? 200 : 8));
        switch (dice.Next(14))
        {
            case 0 when length > 0:
                body[at] ^= (byte)(1 << dice.Next(8));
                break;
            case 1:
                body.RemoveRange(at, length);
                break;
            case 2:
                body.Insert(at, (byte)dice.Next(256));
                break;
            case 3:
                Repeat(body, at, length, 1 + dice.Next(4));
                break;
            case 4:
                body.RemoveRange(at, body.Count - at);
                break;
            case 5:
                Splice(body, at, dice.Pick(recordings).AsSpan(ResponsePlan.HeadLength), dice);
                break;
            case 6:
                body.InsertRange(at, Nested(dice));
                break;
            case 7 or 8:
                ReplaceValue(body, at, dice.Pick(Hostile));
                break;
            case 9:
                RepeatRows(body, dice);
                break;
            case 10:
                body.Clear();
                body.AddRange(dice.Pick(Hostile));
                break;
            case 11 or 12:
                // A member at the beginning of an object.
                body.InsertRange(body.IndexOf((byte)'{', at) + 1, dice.Pick(HostileMembers));
                break;
            default:
                body.InsertRange(at, dice.Pick(Hostile));
                break;
        }
    }

    private static void Repeat(List<byte> body, int at, int length, int times)
    {
        var part = body.GetRange(at, length);
        for (; times > 0; times--)
        {
            body.InsertRange(at, part);
        }
    }

    private static void Splice(List<byte> body, int at, ReadOnlySpan<byte> other, Dice dice)
    {
        body.RemoveRange(at, body.Count - at);
        body.AddRange(other[dice.Next(other.Length + 1)..].ToArray());
    }

    private static byte[] Nested(Dice dice)
    {
        var depth = dice.OneIn(4) ? 1100 : 1 + dice.Next(100);
        var (open, close) = dice.OneIn(2) ? ("[", "]") : ("{\"a\":", "}");
        var isClosed = !dice.OneIn(4);
        return Encoding.UTF8.GetBytes($"\"deep\":{string.Concat(Enumerable.Repeat(open, depth))}1{(isClosed ? string.Concat(Enumerable.Repeat(close, depth)) : "")},");
    }

    /// <summary>Puts something in the place of the value behind the next colon.</summary>
    private static void ReplaceValue(List<byte> body, int at, byte[] value)
    {
        var start = body.IndexOf((byte)':', at) + 1;
        if (start == 0)
        {
            body.AddRange(value);
            return;
        }

        var end = start;
        while (end < body.Count && body[end] is not ((byte)',' or (byte)'}' or (byte)']'))
        {
            end++;
        }

        body.RemoveRange(start, end - start);
        body.InsertRange(start, value);
    }

    /// <summary>Makes a list long: what stands between its first brackets, many times.</summary>
    private static void RepeatRows(List<byte> body, Dice dice)
    {
        var (start, end) = (body.IndexOf((byte)'[') + 1, body.LastIndexOf((byte)']'));
        if (start > 0 && end > start && body.Count < LongestBody / 4)
        {
            var rows = body.GetRange(start, end - start);
            for (var times = 1 + dice.Next(40); times > 0 && body.Count < LongestBody; times--)
            {
                body.Insert(end, (byte)',');
                body.InsertRange(end + 1, rows);
            }
        }
    }
}
