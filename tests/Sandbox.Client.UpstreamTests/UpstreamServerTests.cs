using Sandbox.Client.UpstreamTests.Content;
using Sandbox.Client.UpstreamTests.Servers;
using Xunit.Abstractions;

namespace Sandbox.Client.UpstreamTests;

/// <summary>What the matcher allows never reaches anything private, on real servers; what a string prefix allows does.</summary>
public sealed class UpstreamServerTests(ITestOutputHelper output)
{
    [InstalledTheory("nginx")]
    [InlineData(NginxServer.Static)]
    [InlineData(NginxServer.UnmergedSlashes)]
    [InlineData(NginxServer.Proxy)]
    public Task Nginx_serves_nothing_private(string configuration) => CheckAsync(async content => await NginxServer.StartAsync(content, configuration));

    [InstalledTheory("apache2")]
    [InlineData("Off")]
    [InlineData("On")]
    [InlineData("NoDecode")]
    public Task Apache_serves_nothing_private(string encodedSlashes) => CheckAsync(async content => await ApacheServer.StartAsync(content, encodedSlashes));

    [InstalledTheory("node")]
    [InlineData("decoded once")]
    [InlineData("decoded twice")]
    [InlineData("parameters cut, backslashes turned")]
    [InlineData("WHATWG URL")]
    [InlineData("legacy URL")]
    [InlineData("whole target")]
    [InlineData("latin1 bytes")]
    [InlineData("lower case")]
    public Task Node_serves_nothing_private(string reading) => CheckAsync(async content => await ScriptServers.StartNodeAsync(content, reading));

    [InstalledTheory("python3")]
    [InlineData("http.server")]
    public Task Python_serves_nothing_private(string module)
    {
        Assert.Equal("http.server", module);
        return CheckAsync(async content => await ScriptServers.StartPythonAsync(content));
    }

    [InstalledTheory("php")]
    [InlineData(false)]
    [InlineData(true)]
    public Task Php_serves_nothing_private(bool withRouter) => CheckAsync(async content => await ScriptServers.StartPhpAsync(content, withRouter));

    [Theory]
    [InlineData(KestrelServer.Pipeline)]
    [InlineData(KestrelServer.DecodedAgain)]
    public Task Kestrel_serves_nothing_private(string configuration) => CheckAsync(async content => await KestrelServer.StartAsync(content, configuration));

    private Task CheckAsync(Func<ContentTree, Task<IUpstreamServer>> start) => UpstreamCheck.RunAsync(start, output);
}
