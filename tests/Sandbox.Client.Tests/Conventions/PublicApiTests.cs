using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Sandbox.Client.Tests.Conventions;

/// <summary>The rules of the public API that a test can hold.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly Library = typeof(SandboxClient).Assembly;
    private static readonly Type[] Types = [.. Library.GetExportedTypes()];

    private static IEnumerable<MethodInfo> Methods => Types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));

    [Fact]
    public void Every_public_type_and_member_has_docs()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { Value.Length: > 0 } || member.Element("inheritdoc") is not null)
            .Select(member => member.Attribute("name")!.Value.Split('(')[0].Split('~')[0])
            .ToHashSet(StringComparer.Ordinal);

        var wanted = Types.Select(type => $"T:{Name(type)}").Concat(Types.SelectMany(Members));

        Assert.Empty(wanted.Except(documented));
    }

    [Fact]
    public void What_works_over_the_network_is_async_and_takes_a_token_last()
    {
        // IAsyncDisposable's own method takes no token.
        foreach (var method in Methods.Where(method => method.Name != nameof(IAsyncDisposable.DisposeAsync)))
        {
            var isAsync = method.ReturnType == typeof(Task) || (method.ReturnType.IsGenericType
                && (method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) || method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
            Assert.True(isAsync == method.Name.EndsWith("Async", StringComparison.Ordinal), $"{method.DeclaringType}.{method.Name}");
            if (isAsync)
            {
                var last = method.GetParameters()[^1];
                Assert.True(last is { Name: "cancellationToken", IsOptional: true } && last.ParameterType == typeof(CancellationToken), $"{method.DeclaringType}.{method.Name}");
                Assert.True(method is { IsVirtual: true, IsFinal: false }, $"{method.DeclaringType}.{method.Name} can't be stood in for");
            }
        }
    }

    [Fact]
    public void Classes_are_sealed_unless_they_are_stood_in_for_or_derived_from()
    {
        var open = Types.Where(type => type is { IsClass: true, IsSealed: false }).Where(type => !Types.Any(other => other.BaseType == type));

        Assert.All(open, type => Assert.Contains(type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic), constructor => constructor.IsFamily && constructor.GetParameters().Length == 0));
    }

    [Fact]
    public void Nothing_internal_leaks()
    {
        Assert.DoesNotContain(Types, type => type.Namespace!.Contains("Internal", StringComparison.Ordinal));
        Assert.All(
            Library.GetTypes().Where(type => type.Namespace?.EndsWith(".Internal", StringComparison.Ordinal) is true && !type.IsNested),
            type => Assert.False(type.IsPublic, type.FullName));
    }

    [Fact]
    public void Records_are_sealed_and_never_positional()
    {
        var records = Types.Where(type => type.GetMethod("<Clone>$") is not null).ToList();

        Assert.NotEmpty(records);
        Assert.All(records, type => Assert.True(type.IsSealed, type.Name));
        Assert.All(records, type => Assert.Null(type.GetMethod("Deconstruct")));
    }

    [Fact]
    public void Names_are_the_fields_terms()
    {
        string[] refused = ["Helper", "Manager", "Util", "Dto", "Impl"];

        Assert.DoesNotContain(Library.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute))), type => refused.Any(word => type.Name.Contains(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not Type && !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not MethodInfo { IsSpecialName: true } && !IsGenerated(type, member))
        .Select(member => member switch
        {
            ConstructorInfo => $"M:{Name(type)}.#ctor",
            MethodInfo method => $"M:{Name(type)}.{method.Name}{(method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "")}",
            PropertyInfo => $"P:{Name(type)}.{member.Name}",
            _ => $"F:{Name(type)}.{member.Name}",
        });

    /// <summary>What the compiler gives records, enums and constructors that nobody wrote.</summary>
    private static bool IsGenerated(Type type, MemberInfo member) =>
        (type.IsEnum && member.Name == "value__")
        || (member is ConstructorInfo { } constructor && constructor.GetParameters().Length == 0);

    private static string Name(Type type) => type.FullName!.Replace('+', '.');
}
