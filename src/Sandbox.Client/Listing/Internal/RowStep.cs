namespace Sandbox.Client.Listing.Internal;

/// <summary>What a step of a <see cref="RowReader{T}"/> came to.</summary>
internal enum RowStep
{
    /// <summary>More bytes are needed.</summary>
    NeedMore,

    /// <summary>A whole row has come.</summary>
    Row,

    /// <summary>A row is larger than a row may be: told as soon as it is known, because its end may never come. The rest of it is passed over.</summary>
    OversizedRow,

    /// <summary>The page is read to its end.</summary>
    End,
}
