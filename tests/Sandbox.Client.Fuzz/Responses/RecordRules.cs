using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Sandbox.Client.Models;
using static Sandbox.Client.Fuzz.Responses.Rules;

namespace Sandbox.Client.Fuzz.Responses;

/// <summary>What a record must be: whole, readable to its last member, and equal to itself; its id can be asked for.</summary>
internal static class RecordRules
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, bool IsRequired)[]> Properties = new();

    public static void Check(object record)
    {
        Require(record.Equals(record) && record.GetHashCode() == record.GetHashCode() && record.ToString() is not null, "A record does not equal itself.");
        foreach (var (property, isRequired) in Properties.GetOrAdd(record.GetType(), Find))
        {
            var value = property.GetValue(record);
            Require(value is not null || !isRequired, $"{record.GetType().Name}.{property.Name} is null.");
            if (value is IEnumerable and not string)
            {
                foreach (var item in (IEnumerable)value)
                {
                    Require(item is not null, $"{record.GetType().Name}.{property.Name} holds null.");
                    CheckMember(item!);
                }
            }
            else if (value is not null)
            {
                CheckMember(value);
            }
        }

        if (Id(record) is { } id)
        {
            Require(SandboxIdentifier.IsValid(id), $"The id of a {record.GetType().Name} can't be asked for.");
        }
    }

    private static void CheckMember(object member)
    {
        if (member is string text)
        {
            Require(!HasHalfSurrogate(text), "A text holds half of a surrogate pair.");
        }
        else if (member.GetType().Namespace == typeof(SandboxInfo).Namespace)
        {
            Check(member);
        }
    }

    private static bool HasHalfSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What further calls put into their paths.</summary>
    private static string? Id(object record) => record switch
    {
        CreatedSandbox created => created.Id,
        CreatedSandboxPool created => created.Id,
        CreatedSnapshot created => created.Id,
        SandboxInfo sandbox => sandbox.Id,
        SandboxLookup sandbox => sandbox.Id,
        SandboxPoolInfo pool => pool.Id,
        SnapshotInfo snapshot => snapshot.Id,
        _ => null,
    };

    private static (PropertyInfo Property, bool IsRequired)[] Find(Type type) =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (property, property.IsDefined(typeof(RequiredMemberAttribute))))];
}
