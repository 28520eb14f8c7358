using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class CreateSandboxPoolRequestConverter : RecordConverter<CreateSandboxPoolRequest>
{
    public static readonly CreateSandboxPoolRequestConverter Instance = new();

    public override CreateSandboxPoolRequest ReadRecord(ref Utf8JsonReader reader)
    {
        var pool = UpdateSandboxPoolRequestConverter.Instance.ReadRecord(ref reader);
        return new()
        {
            Image = pool.Image,
            Resources = pool.Resources,
            Gpus = pool.Gpus ?? [],
            SecretNames = pool.SecretNames ?? [],
            TimeoutSeconds = pool.TimeoutSeconds,
            Entrypoint = pool.Entrypoint,
            MaxContainers = pool.MaxContainers,
            WarmContainers = pool.WarmContainers,
            Network = pool.Network,
            UnauthenticatedRoutes = pool.UnauthenticatedRoutes ?? [],
            AllowUnauthenticatedAccess = pool.AllowUnauthenticatedAccess,
            ExposedPorts = pool.ExposedPorts,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, CreateSandboxPoolRequest value) =>
        UpdateSandboxPoolRequestConverter.Instance.WriteRecord(writer, UpdateSandboxPoolRequest.From(value));
}
