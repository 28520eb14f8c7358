using System.Text.Json;

namespace Sandbox.Client.Testing.Json.Internal;

/// <summary>
/// Reads a request body as the server's parser does: strictly, in one pass, so that of a wrong type and a later syntax error the first one decides
/// between 422 and 400. Unknown members are skipped, however deep they nest.
/// </summary>
internal ref partial struct WireReader
{
    private readonly ReadOnlySpan<byte> _body;
    private readonly List<string> _path;
    private Utf8JsonReader _reader;

    private WireReader(ReadOnlySpan<byte> body)
    {
        _body = body;
        _path = [];
        _reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
    }

    /// <summary>Fills <paramref name="target"/> from a whole body.</summary>
    /// <exception cref="BodyException">The body is no JSON, or not of this shape.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, T target)
        where T : WireObject
    {
        var reader = new WireReader(body);
        try
        {
            reader._reader.Read();
            reader.Object(target);
            reader._reader.Read(); // Anything after the value throws.
            return target;
        }
        catch (JsonException exception)
        {
            throw reader.Failure(isSyntax: true, exception.Message.Split(" LineNumber:", 2)[0]);
        }
    }

    /// <summary>An object, or an array of its members in order: the server takes both.</summary>
    public void Object(WireObject target)
    {
        if (_reader.TokenType == JsonTokenType.StartArray)
        {
            ObjectFromArray(target);
            return;
        }

        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw WrongType("struct " + target.TypeName);
        }

        var seen = 0u;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = Find(target.Members, Text());
            if (index < 0)
            {
                _reader.Read();
                _reader.Skip();
                continue;
            }

            var member = target.Members[index];
            if ((seen & (1u << index)) != 0)
            {
                throw Failure(isSyntax: false, $"duplicate field `{member.Name}`");
            }

            seen |= 1u << index;
            _reader.Read();
            ReadMember(target, member, member.Name);
        }

        for (var index = 0; index < target.Members.Count; index++)
        {
            if (target.Members[index].Required && (seen & (1u << index)) == 0)
            {
                throw Failure(isSyntax: false, $"missing field `{target.Members[index].Name}`");
            }
        }
    }

    private static int Find(IReadOnlyList<WireMember> members, string name)
    {
        for (var index = 0; index < members.Count; index++)
        {
            if (members[index].IsCalled(name))
            {
                return index;
            }
        }

        return -1;
    }

    private void ObjectFromArray(WireObject target)
    {
        var count = 0;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == target.Members.Count)
            {
                throw Failure(isSyntax: true, "trailing characters");
            }

            ReadMember(target, target.Members[count], $"[{count}]");
            count++;
        }

        if (target.Members.Skip(count).Any(m => m.Required || m.RequiredInArray))
        {
            throw Failure(isSyntax: false, $"invalid length {count}, expected struct {target.TypeName} with {target.Members.Count} elements");
        }
    }

    private void ReadMember(WireObject target, WireMember member, string segment)
    {
        _path.Add(segment);
        target.ReadMember(member.Name, ref this);
        _path.RemoveAt(_path.Count - 1);
    }
}
