namespace Sandbox.Client.Listing.Internal;

/// <summary>What a step of a <see cref="RowReader{T}"/> came to.</summary>
internal enum RowStep
{
    /// <summary>More bytes are needed.</summary>
    NeedMore,

    /// <summary>A whole row has come.</summary>
    Row,

    /// <summary>A row was passed over: it is larger than a row may be.</summary>
    OversizedRow,

    /// <summary>The page is read to its end.</summary>
    End,
}
