using System.Runtime.InteropServices;

namespace Sandbox.Client.Testing.State.Internal;

/// <summary>
/// Rows in the order of their keys' octets. A namespace is listed by the prefix <c>namespace|</c>, so <c>a</c> also lists the rows of <c>a|z</c>: the server
/// does that (contract section 7), and clients must cope.
/// </summary>
internal sealed class Table<T>
    where T : Row
{
    private readonly List<T> _rows = [];

    public IReadOnlyList<T> All => _rows;

    public void Add(T row) => _rows.Insert(IndexOf(row.Key), row);

    public T? Find(string ns, string id)
    {
        var key = Row.KeyOf(ns, id);
        var index = IndexOf(key);
        return index < _rows.Count && _rows[index].Key.AsSpan().SequenceEqual(key) ? _rows[index] : null;
    }

    public ReadOnlySpan<T> InNamespace(string ns)
    {
        var prefix = Row.KeyOf(ns, "");
        var start = IndexOf(prefix);
        var end = start;
        while (end < _rows.Count && _rows[end].Key.AsSpan().StartsWith(prefix))
        {
            end++;
        }

        return CollectionsMarshal.AsSpan(_rows)[start..end];
    }

    public void Remove(T row) => _rows.RemoveAt(IndexOf(row.Key));

    /// <summary>The place of the first row that is not before this key.</summary>
    private int IndexOf(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].Key.AsSpan().SequenceCompareTo(key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
