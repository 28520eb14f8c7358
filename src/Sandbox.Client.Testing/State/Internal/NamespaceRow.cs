namespace Sandbox.Client.Testing.State.Internal;

internal sealed record NamespaceRow(string Name, DateTimeOffset CreatedAt, string? BlobStorageBucket);
