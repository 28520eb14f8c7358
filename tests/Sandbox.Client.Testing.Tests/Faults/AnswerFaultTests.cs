using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Sandbox.Client.Testing.Faults;

namespace Sandbox.Client.Testing.Tests.Faults;

public sealed class AnswerFaultTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_of_the_test_replaces_the_real_one(bool afterEffect)
    {
        (string, string)[] headers = [("Retry-After", "7"), ("x-twice", "a"), ("x-twice", "b")];
        await using var bed = await FaultBed.StartAsync(
            afterEffect ? Fault.AnswerAfterEffect(504, "zu spät", "text/plain", headers) : Fault.Answer(504, "zu spät", "text/plain", headers));
        using var response = await bed.CreateAsync();
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("zu spät", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
        Assert.Equal(["a", "b"], response.Headers.GetValues("x-twice"));
        Assert.Equal(afterEffect ? 1 : 0, bed.Effects);

        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        Assert.Equal([1, 1], bed.Server.Requests.Select(request => request.Connection)); // The connection was kept.
    }

    [Fact]
    public async Task An_answer_to_a_head_request_has_no_body()
    {
        await using var bed = await FaultBed.StartAsync(request => request.Number == 2 ? null : Fault.Answer(200, "body"));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, FaultBed.Sandboxes);
            using var response = await bed.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal([1, 2, 3], bed.Server.Requests.Select(request => request.NumberOnConnection));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Raw_bytes_go_out_as_they_are(bool afterEffect)
    {
        var bytes = Encoding.Latin1.GetBytes("HTTP/1.1 103 Early Hints\r\n\r\n\0garbage\xff");
        await using var bed = await FaultBed.StartAsync(Fault.Raw(bytes, closeAfter: true, afterEffect));
        Assert.Equal(bytes, await RawClient.ReadToEndAsync(bed.Server.Endpoint, RawClient.Create));
        Assert.Equal(afterEffect ? 1 : 0, bed.Effects);
    }

    [Fact]
    public async Task Raw_bytes_can_be_an_answer_on_a_connection_that_stays()
    {
        await using var bed = await FaultBed.StartAsync(Fault.Raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"u8.ToArray()));
        Assert.Equal("ok", await bed.Http.GetStringAsync("x"));
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        Assert.Equal(2, bed.Server.Requests[1].NumberOnConnection);
    }

    [Fact]
    public async Task An_informational_answer_comes_before_the_real_one()
    {
        await using var bed = await FaultBed.StartAsync(_ => Fault.InformationalFirst());
        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
        var text = await RawClient.ReadToEndAsync(bed.Server.Endpoint, RawClient.Create.Replace("Host: x", "Host: x\r\nConnection: close", StringComparison.Ordinal));
        Assert.StartsWith("HTTP/1.1 103 \r\n\r\nHTTP/1.1 200 OK\r\n", Encoding.Latin1.GetString(text), StringComparison.Ordinal);
        Assert.Equal(2, bed.Effects);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(100, false)]
    [InlineData(1_000, true)]
    [InlineData(3_000_001, true)]
    public async Task A_body_of_any_length_is_made_as_it_goes(long length, bool isList)
    {
        await using var bed = await FaultBed.StartAsync(Fault.EndlessBody(length));
        var body = await bed.Http.GetByteArrayAsync(FaultBed.Sandboxes);
        Assert.Equal(length, body.Length);
        if (isList)
        {
            Assert.NotEqual(0, System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("sandboxes").GetArrayLength());
        }
    }

    [Fact]
    public async Task An_endless_body_stops_when_the_client_leaves()
    {
        await using var bed = await FaultBed.StartAsync(Fault.EndlessBody(long.MaxValue));
        using (var response = await bed.Http.GetAsync(FaultBed.Sandboxes, HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(long.MaxValue, response.Content.Headers.ContentLength);
            await using var body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1_000_000]);
        }

        Assert.Equal(HttpStatusCode.OK, await bed.CreatedStatusAsync());
    }

    [Fact]
    public async Task A_slow_body_comes_byte_by_byte_on_the_clock()
    {
        var clock = new FakeTimeProvider();
        await using var bed = await FaultBed.StartAsync(Fault.SlowBody(TimeSpan.FromSeconds(1)), options => options.TimeProvider = clock);
        using var response = await bed.Http.GetAsync(FaultBed.Sandboxes, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var one = new byte[1];
        foreach (var expected in """{"sandboxes":[]}""")
        {
            var read = body.ReadAsync(one);
            Assert.False(read.IsCompleted);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await read);
            Assert.Equal(expected, (char)one[0]);
        }

        Assert.Equal(0, await body.ReadAsync(one));
    }

    [Fact]
    public async Task A_fault_that_cannot_be_is_refused_when_it_is_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Answer(199));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.AnswerAfterEffect(1000));
        Assert.Throws<ArgumentException>(() => Fault.Answer(204, "body"));
        Assert.Throws<ArgumentException>(() => Fault.Answer(200, headers: ("content-length", "7")));
        Assert.Throws<ArgumentException>(() => Fault.Answer(200, headers: ("a b", "7")));
        Assert.Throws<ArgumentException>(() => Fault.Answer(200, headers: ("a", "7\r\n")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.CloseAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.StallAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.InformationalFirst(101));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.EndlessBody(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.SlowBody(TimeSpan.FromTicks(-1)));
        await Assert.ThrowsAsync<ArgumentException>(() => FaultServer.StartAsync(new Uri("https://127.0.0.1/")));
        Assert.Equal("close after 17 bytes", Fault.CloseAfter(17).Name);
        Assert.Equal("503", Fault.Answer(503).ToString());
    }
}
