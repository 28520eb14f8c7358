using System.Globalization;
using System.Text;

namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>Finds where a body in chunks ends (RFC 9112 section 7.1), without changing it.</summary>
internal sealed class ChunkedBody
{
    private readonly StringBuilder _line = new();
    private long _dataLeft;
    private bool _isInTrailer;

    public bool IsComplete { get; private set; }

    /// <summary>How many of these bytes belong to the body.</summary>
    /// <exception cref="FormatException">They are not chunks.</exception>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (taken < bytes.Length && !IsComplete)
        {
            if (_dataLeft > 0)
            {
                var data = (int)Math.Min(_dataLeft, bytes.Length - taken);
                taken += data;
                _dataLeft -= data;
                continue;
            }

            var next = (char)bytes[taken++];
            if (next == '\n')
            {
                TakeLine(_line.ToString().TrimEnd('\r'));
                _line.Clear();
            }
            else
            {
                _line.Append(next);
            }
        }

        return taken;
    }

    private void TakeLine(string line)
    {
        if (_isInTrailer)
        {
            IsComplete = line.Length == 0;
            return;
        }

        var size = long.Parse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _isInTrailer = size == 0;
        _dataLeft = size == 0 ? 0 : size + 2; // The data with the line end behind it.
    }
}
