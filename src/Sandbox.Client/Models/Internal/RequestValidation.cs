using Sandbox.Client.Routing;

namespace Sandbox.Client.Models.Internal;

/// <summary>Refuses requests that no server can mean well, before any call; the message names the member and says what to write.</summary>
internal static class RequestValidation
{
    public static void ThrowIfInvalid(CreateSandboxRequest? request, SandboxClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckImage(request.Image);
        CheckResources(request.Resources, isPool: false);
        CheckGpus(request.Gpus);
        CheckTexts(nameof(request.SecretNames), request.SecretNames);
        CheckTexts(nameof(request.Entrypoint), request.Entrypoint);
        CheckNetwork(request.Network);
        CheckRoutes(request.UnauthenticatedRoutes, options);
        if (request.SnapshotId is { } snapshotId && !SandboxIdentifier.IsValid(snapshotId))
        {
            throw Refused(nameof(request.SnapshotId), "must be the id of a snapshot, or null for a fresh sandbox");
        }
    }

    public static void ThrowIfInvalid(CreateSandboxPoolRequest? request, SandboxClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfInvalid(UpdateSandboxPoolRequest.From(request), options);
    }

    public static void ThrowIfInvalid(UpdateSandboxPoolRequest? request, SandboxClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckImage(request.Image ?? "");
        CheckResources(request.Resources, isPool: true);
        CheckGpus(request.Gpus);
        CheckTexts(nameof(request.SecretNames), request.SecretNames);
        CheckTexts(nameof(request.Entrypoint), request.Entrypoint);
        CheckNetwork(request.Network);
        CheckRoutes(request.UnauthenticatedRoutes, options);
        if (request.WarmContainers > request.MaxContainers)
        {
            throw Refused(nameof(request.WarmContainers), "must not be above MaxContainers: raise that, or write null there for no limit");
        }
    }

    public static void ThrowIfInvalid(CreateNamespaceRequest? request)
    {
        ArgumentNullException.ThrowIfNull(request);
        SandboxIdentifier.ThrowIfInvalid(request.Name, nameof(request.Name));
        CheckText(nameof(request.BlobStorageBucket), request.BlobStorageBucket);
        CheckText(nameof(request.BlobStorageRegion), request.BlobStorageRegion);
        if (request.BlobStorageBucket is not null && request.BlobStorageRegion is null)
        {
            throw Refused(nameof(request.BlobStorageRegion), "must be given with BlobStorageBucket");
        }
    }

    private static void CheckImage(string? image)
    {
        CheckText("Image", image);
        if (image is { Length: 0 })
        {
            throw Refused("Image", "must not be empty: write the name of a container image");
        }
    }

    private static void CheckResources(SandboxResources? resources, bool isPool)
    {
        if (resources?.Cpus is { } cpus && !(double.IsFinite(cpus) && cpus >= 0))
        {
            throw Refused("Resources.Cpus", "must be a number of cores, not negative: write for example 0.5, or null for the default");
        }

        // A pool's containers can't do without (contract section 1.3); a restored sandbox inherits what is zero.
        if (isPool && (resources is { Cpus: 0 } or { MemoryMb: 0 }))
        {
            throw Refused("Resources", "of a pool must have CPUs and memory above zero: write null for the default");
        }
    }

    private static void CheckGpus(ValueList<SandboxGpu>? gpus)
    {
        if (gpus is { Count: > 1 })
        {
            throw Refused("Gpus", "can have one entry only: the server would drop the others without a word");
        }

        foreach (var gpu in gpus ?? [])
        {
            CheckText("Gpus", gpu?.Model);
            if (gpu is null or { Count: 0 } or { Model: null or "" })
            {
                throw Refused("Gpus", "must have a count above zero and a model, for example { Count = 1, Model = \"H100\" }");
            }
        }
    }

    private static void CheckNetwork(NetworkPolicy? network)
    {
        CheckTexts("Network.AllowOut", network?.AllowOut);
        CheckTexts("Network.DenyOut", network?.DenyOut);
    }

    /// <summary>A prefix that the matcher would drop opens nothing: whoever wrote it should know now.</summary>
    private static void CheckRoutes(ValueList<string>? routes, SandboxClientOptions options)
    {
        if (options.SendUncheckedRoutes)
        {
            CheckTexts("UnauthenticatedRoutes", routes);
        }
        else
        {
            UnauthenticatedRouteMatcher.Validate(routes);
        }
    }

    private static void CheckTexts(string member, ValueList<string>? texts)
    {
        foreach (var text in texts ?? [])
        {
            CheckText(member, text ?? throw Refused(member, "must have no null entry"));
        }
    }

    /// <summary>Half a surrogate pair has no UTF-8 form: it would reach the server as another character.</summary>
    private static void CheckText(string member, string? text)
    {
        if (text is not null && !SandboxIdentifier.HasWholeSurrogates(text))
        {
            throw Refused(member, "must be well-formed text: it holds half of a surrogate pair");
        }
    }

    private static ArgumentException Refused(string member, string rule) => new($"{member} {rule}.");
}
