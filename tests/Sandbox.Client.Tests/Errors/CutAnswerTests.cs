using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Errors;

/// <summary>An answer whose length nobody announced ends with its connection: only its JSON tells that it was cut.</summary>
public sealed class CutAnswerTests
{
    [Theory]
    [InlineData("get")]
    [InlineData("list")]
    [InlineData("delete")]
    public async Task One_that_is_cut_is_a_failed_attempt(string operation)
    {
        var whole = operation switch
        {
            "get" => Wire.Sandbox("a"),
            "list" => $$"""{"sandboxes":[{{Wire.Sandbox("a")}}]}""",
            _ => "{}",
        };
        var isFirst = true;
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync($"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{(isFirst ? whole[..(whole.Length / 2)] : whole)}");
            isFirst = false;
            exchange.Close();
        });
        using var client = server.CreateClient(options =>
        {
            options.Retry.MaxRetries = 3;
            options.TimeProvider = new VirtualTime();
        });

        await (operation switch
        {
            "get" => client.GetAsync("a"),
            "list" => client.ListAsync().ToListAsync().AsTask(),
            _ => client.DeleteAsync("a"),
        });

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_creation_is_not_repeated_and_may_have_happened()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{\"sandbox_id\":");
            exchange.Close();
        });
        using var client = server.CreateClient(options => options.Retry.MaxRetries = 3);

        var error = await Assert.ThrowsAsync<SandboxResponseException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.Equal((OperationOutcome.Unknown, true, 1), (error.Outcome, error.IsTransient, server.Requests.Count));
    }
}
