namespace Sandbox.Client.Testing.Faults.Internal;

/// <summary>A part of the upstream's answer, exactly as it came.</summary>
internal sealed record AnswerPiece(ReadOnlyMemory<byte> Bytes, AnswerPart Part);
