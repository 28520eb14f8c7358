using Sandbox.Client.Errors;
using Sandbox.Client.Models;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Errors;

/// <summary>What the framework quotes of a broken head does not come through, also not in an inner exception.</summary>
public sealed class HeaderLeakTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nset-cookie session=SECRET\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nset SECRET cookie: x\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-type: text/SECRET\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\ntrailer SECRET\r\n\r\n")]
    public async Task No_text_of_an_error_holds_a_header(string answer)
    {
        await using var server = RawServer.Start(async exchange =>
        {
            await exchange.SendAsync(answer);
            exchange.Close();
        });
        using var client = server.CreateClient();

        var read = await Assert.ThrowsAsync<SandboxResponseException>(() => client.GetAsync("a"));
        var created = await Assert.ThrowsAsync<SandboxResponseException>(() => client.CreateAsync(new CreateSandboxRequest()));

        Assert.DoesNotContain("SECRET", $"{read}{created}", StringComparison.OrdinalIgnoreCase);
        Assert.Equal((OperationOutcome.Unknown, OperationOutcome.Unknown), (read.Outcome, created.Outcome));
        Assert.Contains("look for it in the list", created.Message, StringComparison.Ordinal);
    }
}
