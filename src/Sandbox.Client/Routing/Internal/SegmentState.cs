using System.Runtime.CompilerServices;

namespace Sandbox.Client.Routing.Internal;

/// <summary>What has been seen of a segment so far, as the most destructive readers would see it. Rules 3, 4 and 5 for a segment.</summary>
/// <remarks>Some readers cut each character to its low byte. To them U+012F is <c>/</c>, and splits the segment into parts; every part must be as harmless as a segment.</remarks>
internal struct SegmentState
{
    private bool _dot;
    private bool _blank;
    private bool _solid;
    private int _digitsAfterPercent;
    private bool _percent;

    /// <summary>Whether the part seen last is empty or has something solid in it: not a dot, not a blank.</summary>
    public readonly bool IsHarmless => _solid || !(_dot || _blank);

    private readonly bool OnlyDots => _dot && !_solid;

    /// <summary>Takes the next decoded character.</summary>
    /// <returns>False when it makes the segment dangerous.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accept(uint character)
    {
        if (!_percent)
        {
            if (character < 0x80)
            {
                AcceptAscii(character);
                return true;
            }

            if (CodePointTable.IsPlainlySolid(character))
            {
                _solid = true;
                return true;
            }
        }

        return AcceptSlowly(character);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AcceptAscii(uint character)
    {
        if (character == '.')
        {
            _dot = true;
        }
        else if (character is ' ' or '+')
        {
            _blank = true;
        }
        else
        {
            _solid = true;
        }
    }

    private bool AcceptSlowly(uint character)
    {
        if (character < 0x80)
        {
            // The "%" in front of it was solid already, and nothing has begun a new part since.
            return AcceptAfterPercent(character);
        }

        var low = character & 0xFF;
        return !CodePointTable.IsRefused(character) && AcceptAfterPercent(low) && AcceptCut(character, low);
    }

    // "%" from one reader's cut, then two hex digits, is a triplet to the next decoder.
    private bool AcceptAfterPercent(uint low)
    {
        if (_percent)
        {
            _percent = Octets.HexValue(low) >= 0;
            _digitsAfterPercent++;
        }

        return !(_percent && _digitsAfterPercent == 2);
    }

    private bool AcceptCut(uint character, uint low)
    {
        switch (low)
        {
            case '.':
                _dot = true;
                return true;
            case '/' or '\\' when _solid:
                (_dot, _blank, _solid) = (false, false, false);
                return true;
            case '/' or '\\':
                return false;
            case ';':
                return _solid;
            case '#' or '?' when OnlyDots:
                return false;
            case 0 when OnlyDots:
                return false;
            case <= ' ' or 0x7F:
                _blank = true;
                return true;
            case '%':
                _percent = true;
                _digitsAfterPercent = 0;
                break;
        }

        if (CodePointTable.IsSpace(character))
        {
            _blank = true;
        }
        else
        {
            _solid = true;
        }

        return true;
    }
}
