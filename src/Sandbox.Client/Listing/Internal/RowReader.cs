using System.Buffers;
using System.Text.Json;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Listing.Internal;

/// <summary>Finds the rows in the bytes of one page (<c>{"sandboxes":[…],"next_cursor":…}</c>) as they arrive; keeps one row at a time.</summary>
internal sealed partial class RowReader<T>(string rowsMember, RecordConverter<T> converter, int maxRowBytes) : IDisposable
    where T : class
{
    private const int FirstBuffer = 16 * 1024;

    // Rows are read a few at a time, because giving up the reader and taking it on again costs as much as a few members.
    private readonly T?[] _ready = new T?[16];

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _end;
    private bool _isComplete;
    private JsonReaderState _state = new(RecordConverter<T>.ReaderOptions);
    private Place _place = Place.Root;
    private int _largestRow;
    private int _readyStart;
    private int _readyEnd;

    private enum Place
    {
        Root,
        Members,
        RowsValue,
        Rows,
        CursorValue,
        OtherValue,
        OversizedRow,
        Trailer,
        End,
    }

    /// <summary>True when all bytes of the page have come.</summary>
    public bool IsComplete => _isComplete;

    /// <summary>The page's cursor for the next one; known at <see cref="RowStep.End"/>.</summary>
    public string? NextCursor { get; private set; }

    /// <summary>The row, after <see cref="RowStep.Row"/>; null when it can't be read.</summary>
    public T? Row { get; private set; }

    /// <summary>Why the row can't be read; null when it can.</summary>
    public JsonException? Problem { get; private set; }

    /// <summary>Where the next bytes go; at least one byte.</summary>
    public Memory<byte> Space()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, Array.MaxLength));
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>Takes the bytes that were put into <see cref="Space"/>; none is the end of the page.</summary>
    public void Received(int count)
    {
        _isComplete = count == 0;
        _end += count;
    }

    /// <summary>Goes on to the next row.</summary>
    /// <exception cref="JsonException">The frame around the rows is broken: nothing behind it can be trusted.</exception>
    public RowStep Advance()
    {
        if (_readyStart < _readyEnd)
        {
            return TakeReady();
        }

        _readyStart = _readyEnd = 0;
        if (_place is Place.Root && !PassByteOrderMark())
        {
            return RowStep.NeedMore;
        }

        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isComplete, _state);
        var step = Advance(ref reader);
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return step is RowStep.NeedMore && _end - _start > maxRowBytes && StartPassingOver() ? RowStep.OversizedRow : step;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _start = _end = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>False while it can't be told whether there is one.</summary>
    private bool PassByteOrderMark()
    {
        var mark = "\uFEFF"u8;
        var first = _buffer.AsSpan(_start, Math.Min(mark.Length, _end - _start));
        if (first.SequenceEqual(mark))
        {
            _start += mark.Length;
        }
        else if (!first.IsEmpty && first.Length < mark.Length && mark.StartsWith(first) && !_isComplete)
        {
            return false;
        }

        return true;
    }

    private RowStep Advance(ref Utf8JsonReader reader)
    {
        while (true)
        {
            switch (_place)
            {
                case Place.Rows:
                    if (NextRow(ref reader) is { } step)
                    {
                        return step;
                    }

                    break;
                case Place.OtherValue or Place.OversizedRow:
                    if (!PassOver(ref reader))
                    {
                        return RowStep.NeedMore;
                    }

                    _place = _place is Place.OversizedRow ? Place.Rows : Place.Members;
                    break;
                case Place.End:
                    return RowStep.End;
                default:
                    if (!reader.Read())
                    {
                        if (_place is Place.Trailer && _isComplete)
                        {
                            _place = Place.End;
                            break;
                        }

                        return RowStep.NeedMore;
                    }

                    ThrowIfTooLarge(ref reader);
                    Step(ref reader);
                    break;
            }
        }
    }

    private void Step(ref Utf8JsonReader reader)
    {
        switch (_place)
        {
            case Place.Root:
                _place = reader.TokenType is JsonTokenType.StartObject ? Place.Members : throw new JsonException("A list must be a JSON object.");
                break;
            case Place.Members when reader.TokenType is JsonTokenType.EndObject:
                _place = Place.Trailer;
                break;
            case Place.Members:
                _place = PlaceOfValue(ref reader);
                break;
            case Place.RowsValue:
                _place = reader.TokenType switch
                {
                    JsonTokenType.StartArray => Place.Rows,
                    JsonTokenType.Null => Place.Members,
                    _ => throw new JsonException($"`{rowsMember}` must be a list."),
                };
                break;
            case Place.CursorValue:
                ReadCursor(ref reader);
                break;
            default:
                throw new JsonException("Something stands behind the list.");
        }
    }

    private Place PlaceOfValue(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.ValueTextEquals(rowsMember) ? Place.RowsValue
                : reader.ValueTextEquals("next_cursor"u8) ? Place.CursorValue
                : Place.OtherValue;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair.
            return Place.OtherValue;
        }
    }

    private void ReadCursor(ref Utf8JsonReader reader)
    {
        _place = Place.Members;
        if (reader.TokenType is JsonTokenType.String)
        {
            try
            {
                NextCursor = reader.GetString() is { Length: > 0 } cursor ? cursor : null;
            }
            catch (InvalidOperationException broken)
            {
                throw new JsonException("`next_cursor` is not valid UTF-8 text.", broken);
            }
        }
        else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _place = Place.OtherValue;
        }
    }

    /// <summary>Null when the rows are over, or one is too large.</summary>
    private RowStep? NextRow(ref Utf8JsonReader reader)
    {
        var before = reader;
        while (_readyEnd < _ready.Length && TryReadAtOnce(ref reader))
        {
            _ready[_readyEnd++] = Row;
            before = reader;
        }

        reader = before;
        if (_readyEnd > 0)
        {
            return TakeReady();
        }

        if (!reader.Read())
        {
            return RowStep.NeedMore;
        }

        if (reader.TokenType is JsonTokenType.EndArray)
        {
            _place = Place.Members;
            return null;
        }

        var row = reader;
        var start = reader.TokenStartIndex;
        if (!TrySkip(ref reader, before, start))
        {
            if (_place is Place.OversizedRow)
            {
                reader = before;
                return RowStep.OversizedRow;
            }

            // The row is not here as a whole: come back to its beginning.
            reader = before;
            return RowStep.NeedMore;
        }

        var length = (int)(reader.BytesConsumed - start);
        if (length > maxRowBytes)
        {
            reader = before;
            _place = Place.OversizedRow;
            return RowStep.OversizedRow;
        }

        Read(ref row);
        _largestRow = Math.Max(_largestRow, length);
        return RowStep.Row;
    }

    private RowStep TakeReady()
    {
        (Row, _ready[_readyStart]) = (_ready[_readyStart], null);
        _readyStart++;
        Problem = null;
        return RowStep.Row;
    }

    /// <summary>
    /// Reads a row without looking for its end first, which would read every token twice. Only where so much has come that the row is surely
    /// whole, because running out of bytes costs an exception; whatever goes wrong here is looked at again, at leisure.
    /// </summary>
    private bool TryReadAtOnce(ref Utf8JsonReader reader)
    {
        if (_largestRow == 0 || _end - _start - reader.BytesConsumed < 2L * _largestRow || !TryRead(ref reader) || reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        var start = reader.TokenStartIndex;
        Read(ref reader);
        var length = (int)(reader.BytesConsumed - start);
        if (Row is null || length > maxRowBytes)
        {
            return false;
        }

        _largestRow = Math.Max(_largestRow, length);
        return true;
    }

    private static bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Read(ref Utf8JsonReader reader)
    {
        Row = null;
        Problem = null;
        try
        {
            Row = converter.ReadRecord(ref reader);
        }
        catch (JsonException problem)
        {
            Problem = problem;
        }
    }
}
