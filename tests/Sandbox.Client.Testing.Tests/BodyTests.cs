using Sandbox.Client.Testing.Tests.Support;

namespace Sandbox.Client.Testing.Tests;

/// <summary>Strictness that no recording shows: contract sections 1.1 and 1.3.1.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("""[]""", 200)]
    [InlineData("""["img",{"cpus":1}]""", 200)]
    [InlineData("""{"resources":[2,512]}""", 200)]
    [InlineData("""{"timeout_secs":600.0}""", 422)]
    [InlineData("""{"timeout_secs":-0}""", 422)]
    [InlineData("""{"timeout_secs":1e2}""", 422)]
    [InlineData("""{"timeout_secs":1e999}""", 400)]
    [InlineData("""{"resources":{"cpus":1e999}}""", 400)]
    [InlineData("""{"other":1e999}""", 200)]
    [InlineData("""{"resources":{"cpus":1e300}}""", 200)]
    [InlineData("""{"resources":{"gpus":[{"count":4294967296,"model":"m"}]}}""", 422)]
    [InlineData("""{"timeout_secs":"x", oops""", 422)]
    [InlineData("""{"other":{"a":1,"a":2},"other":3}""", 200)]
    [InlineData("""{"\u0069mage":"a","image":"b"}""", 422)]
    [InlineData("""{"image":"a",}""", 400)]
    [InlineData("""null""", 422)]
    [InlineData("""[null,null]""", 422)]
    [InlineData("""["i",{},[],1,[],null,null,false,null,"one too many"]""", 400)]
    public async Task A_body_is_judged_as_the_server_does(string body, int expected)
    {
        await using var api = await Api.StartAsync();
        var (status, text) = await api.SendAsync(HttpMethod.Post, "sandboxes", body);
        Assert.True(expected == (int)status, $"{(int)status} {text}");
    }

    [Fact]
    public async Task Unknown_members_may_nest_as_deep_as_they_like()
    {
        await using var api = await Api.StartAsync();
        var deep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Equal(200, (int)(await api.SendAsync(HttpMethod.Post, "sandboxes", $$"""{"other":{{deep}}}""")).Status);
    }

    [Fact]
    public async Task An_error_names_the_member_in_which_it_lies()
    {
        await using var api = await Api.StartAsync();
        var (_, text) = await api.SendAsync(HttpMethod.Post, "sandboxes", """{"exposed_ports":[1,70000]}""");
        Assert.StartsWith("Failed to deserialize the JSON body into the target type: exposed_ports[1]: ", text, StringComparison.Ordinal);
        Assert.EndsWith(" at line 1 column 25", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cpus_come_back_rounded_up_to_the_next_thousandth()
    {
        await using var api = await Api.StartAsync();
        foreach (var (sent, expected) in new[] { ("0.0001", "0.001"), ("1.0004", "1.001"), ("2", "2.0"), ("-3", "0.0"), ("1e300", "4294967.295") })
        {
            var sandbox = await api.SandboxAsync(await api.CreateSandboxAsync($$$"""{"resources":{"cpus":{{{sent}}}}}"""));
            Assert.Equal(expected, sandbox.GetProperty("resources").GetProperty("cpus").GetRawText());
        }
    }
}
