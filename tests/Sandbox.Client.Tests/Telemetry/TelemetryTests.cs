using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sandbox.Client.Errors;
using Sandbox.Client.Telemetry;
using Sandbox.Client.Tests.Support;

namespace Sandbox.Client.Tests.Telemetry;

/// <summary>What operations tell to whoever listens.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task An_operation_is_one_span_without_an_id()
    {
        await using var server = RawServer.Start(exchange => exchange.SendAsync(RawServer.Answer(200, Wire.Sandbox("the-id", "team"))));
        using var client = server.CreateClient(options => options.Namespace = "team");
        using var spans = new Spans();

        await client.GetAsync("the-id");
        await client.ListAsync().ToListAsync();

        Assert.Equal(["sandboxes.get", "sandboxes.list"], spans.Ended.Select(span => span.OperationName));
        var get = spans.Ended[0];
        Assert.Equal(ActivityKind.Client, get.Kind);
        Assert.Equal(
            [("sandbox.operation", "sandboxes.get"), ("sandbox.namespace", "team"), ("http.response.status_code", "200")],
            get.TagObjects.Select(tag => (tag.Key, tag.Value!.ToString()!)));
        Assert.Equal(ActivityStatusCode.Unset, get.Status);
    }

    [Fact]
    public async Task A_failure_names_its_kind_and_the_error_names_the_trace()
    {
        await using var server = RawServer.Start(RawServer.Answer(503, "busy", "text/plain"));
        using var client = server.CreateClient();
        using var spans = new Spans();

        var error = await Assert.ThrowsAsync<SandboxServerException>(() => client.GetAsync("a"));

        var span = Assert.Single(spans.Ended);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("Server", span.GetTagItem(SandboxTelemetry.ErrorTypeTag));
        Assert.Equal(503, span.GetTagItem(SandboxTelemetry.StatusCodeTag));
        Assert.Equal(span.TraceId.ToHexString(), error.TraceId);
    }

    [Fact]
    public async Task The_duration_is_measured_with_tags_of_low_cardinality()
    {
        var measured = new List<KeyValuePair<string, object?>[]>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == SandboxTelemetry.MeterName)
            {
                Assert.Equal((SandboxTelemetry.OperationDurationName, "s"), (instrument.Name, instrument.Unit));
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            Assert.InRange(value, 0, 60);
            lock (measured)
            {
                measured.Add(tags.ToArray());
            }
        });
        listener.Start();
        await using var server = RawServer.Start(RawServer.Answer(404, "Pool not found", "text/plain"));
        using var client = server.CreateClient();

        await Record.ExceptionAsync(() => client.Pools.DeleteAsync("the-id"));

        // Other tests measure at the same time; only this one deletes a pool that is not there.
        KeyValuePair<string, object?>[][] own;
        lock (measured)
        {
            own = [.. measured.Where(tags => tags.Any(tag => tag.Value is "pools.delete") && tags.Any(tag => tag.Value is 404))];
        }

        var tags = Assert.Single(own);
        Assert.Equal(
            [SandboxTelemetry.OperationTag, SandboxTelemetry.StatusCodeTag, SandboxTelemetry.ErrorTypeTag],
            tags.Select(tag => tag.Key));
        Assert.Equal("NotFound", tags[2].Value);
    }

    /// <summary>Collects the spans below one of its own, so that tests do not see each other's.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly List<Activity> _ended = [];
        private readonly ActivityListener _listener;
        private readonly Activity _root = new Activity("test").Start();

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == SandboxTelemetry.ActivitySourceName,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span =>
                {
                    if (span.TraceId == _root.TraceId)
                    {
                        _ended.Add(span);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public List<Activity> Ended => _ended;

        public void Dispose()
        {
            _listener.Dispose();
            _root.Dispose();
        }
    }
}
