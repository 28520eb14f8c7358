using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Sandbox.Client.Models;

public sealed partial class ValueList<T>
{
    /// <summary>Walks over a <see cref="ValueList{T}"/>.</summary>
    [StructLayout(LayoutKind.Auto)]
    [SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "An enumerator is never compared.")]
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The item at the current position; valid after <see cref="MoveNext"/> gave true.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes to the next item.</summary>
        /// <returns>False when there is none.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}
