using Sandbox.Client.Errors;
using Sandbox.Client.Models;

namespace Sandbox.Client.Listing;

/// <summary>How a list is read.</summary>
public sealed class ListOptions
{
    /// <summary>Called for a row that can't be read; the list then goes on behind it. Null (the default): the list ends there with a
    /// <see cref="SandboxRowException"/>. An exception from here ends the list and reaches the caller as it is.</summary>
    public Action<UnreadableRow>? OnUnreadableRow { get; set; }

    /// <summary>For sandboxes only: the status to list; null for all. The server has no filter: all rows are read, and the others left out here.</summary>
    public SandboxStatus? Status { get; set; }

    internal static ListOptions? WithoutStatus(ListOptions? options) => options is { Status: not null }
        ? throw new ArgumentException($"{nameof(Status)} is for lists of sandboxes: leave it null.", nameof(options))
        : options;
}
