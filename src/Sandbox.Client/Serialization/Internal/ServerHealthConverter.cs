using System.Text.Json;
using Sandbox.Client.Models;

namespace Sandbox.Client.Serialization.Internal;

internal sealed class ServerHealthConverter : RecordConverter<ServerHealth>
{
    public static readonly ServerHealthConverter Instance = new();

    public override ServerHealth ReadRecord(ref Utf8JsonReader reader)
    {
        WireReader.StartObject(ref reader, "health answer");
        string? status = null;
        string? version = null;
        (HealthState Database, HealthState ExecutorManager) checks = default;
        while (WireReader.NextMember(ref reader, out var name))
        {
            switch (name)
            {
                case WireName.Status:
                    status = WireReader.ReadText(ref reader, "status");
                    break;
                case WireName.Version:
                    version = WireReader.ReadText(ref reader, "version");
                    break;
                case WireName.Checks:
                    checks = ReadChecks(ref reader);
                    break;
                default:
                    WireReader.Skip(ref reader);
                    break;
            }
        }

        return new()
        {
            Status = State(status ?? throw WireReader.Missing("health answer", "status")),
            Version = version,
            Database = checks.Database,
            ExecutorManager = checks.ExecutorManager,
        };
    }

    public override void WriteRecord(Utf8JsonWriter writer, ServerHealth value)
    {
        writer.WriteStartObject();
        writer.WriteString("status"u8, value.Status.Value);
        writer.WriteText("version"u8, value.Version);
        writer.WriteStartObject("checks"u8);
        writer.WriteText("database"u8, value.Database.IsSpecified ? value.Database.Value : null);
        writer.WriteText("executor_manager"u8, value.ExecutorManager.IsSpecified ? value.ExecutorManager.Value : null);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static (HealthState Database, HealthState ExecutorManager) ReadChecks(ref Utf8JsonReader reader)
    {
        string? database = null;
        string? executorManager = null;
        if (reader.TokenType != JsonTokenType.Null)
        {
            WireReader.StartObject(ref reader, "`checks` member");
            while (WireReader.NextMember(ref reader, out var name))
            {
                switch (name)
                {
                    case WireName.Database:
                        database = WireReader.ReadText(ref reader, "database");
                        break;
                    case WireName.ExecutorManager:
                        executorManager = WireReader.ReadText(ref reader, "executor_manager");
                        break;
                    default:
                        WireReader.Skip(ref reader);
                        break;
                }
            }
        }

        return (State(database), State(executorManager));
    }

    private static HealthState State(string? text) => text is null ? default : new HealthState(text);
}
