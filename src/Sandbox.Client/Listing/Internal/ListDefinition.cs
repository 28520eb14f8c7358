using Sandbox.Client.Http.Internal;
using Sandbox.Client.Serialization.Internal;

namespace Sandbox.Client.Listing.Internal;

/// <summary>What a list is made of.</summary>
/// <param name="Operation">The call.</param>
/// <param name="RowsMember">The member with the rows.</param>
/// <param name="Converter">Reads one row.</param>
/// <param name="NamespaceOf">The namespace that a row belongs to; null where rows have none.</param>
internal sealed record ListDefinition<T>(Operation Operation, string RowsMember, RecordConverter<T> Converter, Func<T, string>? NamespaceOf)
    where T : class;
