using System.Text;
using Sandbox.Client.Models;
using Sandbox.Client.Routing;
using static Sandbox.Client.Routing.SandboxAccessDecision;

namespace Sandbox.Client.Tests.Routing;

/// <summary>The decision from the whole record, for every generation of server.</summary>
public class SandboxAccessTests
{
    private static readonly SandboxAccessOptions OpenManagement = new() { OpenManagementPortToEverybody = true };

    private static readonly SandboxLookup RoutesDialect = new()
    {
        Id = "sandbox",
        Status = new("Running"),
        DataplaneApiAddress = "127.0.0.1:8095",
        UnauthenticatedRoutes = ["/public"],
    };

    private static readonly SandboxLookup PortsDialect = new()
    {
        Id = "sandbox",
        Namespace = "default",
        Status = SandboxStatus.Running,
        DataplaneApiAddress = "127.0.0.1:8095",
        AllowUnauthenticatedAccess = false,
        ExposedPorts = [8080, 9500, 9501],
    };

    [Theory]
    [InlineData("running", CredentialsNeeded)]
    [InlineData("Running", CredentialsNeeded)]
    [InlineData("snapshotting", CredentialsNeeded)]
    [InlineData("Snapshotting", CredentialsNeeded)]
    [InlineData("pending", Pending)]
    [InlineData("Pending", Pending)]
    [InlineData("terminated", Terminated)]
    [InlineData("Terminated", Terminated)]
    [InlineData("Unknown", UnknownState)]
    [InlineData("hibernating", UnknownState)]
    [InlineData("", UnknownState)]
    [InlineData("running ", UnknownState)]
    public void Only_a_running_or_snapshotting_sandbox_is_reached(string status, SandboxAccessDecision expected)
    {
        Assert.Equal(expected, Decide(PortsDialect with { Status = new(status) }, 8080, "/"));
        Assert.Equal(
            expected == CredentialsNeeded ? OpenToEverybody : expected,
            Decide(PortsDialect with { Status = new(status), AllowUnauthenticatedAccess = true }, 8080, "/"));
        Assert.Equal(
            expected == CredentialsNeeded ? PublicPath : expected,
            Decide(RoutesDialect with { Status = new(status) }, 8080, "/public"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_an_address_nothing_is_reached(string? address)
    {
        Assert.Equal(NoAddress, Decide(RoutesDialect with { DataplaneApiAddress = address }, 8080, "/public"));
        Assert.Equal(NoAddress, Decide(PortsDialect with { DataplaneApiAddress = address, AllowUnauthenticatedAccess = true }, 8080, "/"));
        Assert.Equal(Terminated, Decide(PortsDialect with { DataplaneApiAddress = address, Status = SandboxStatus.Terminated }, 8080, "/"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(80)]
    [InlineData(8080)]
    [InlineData(65535)]
    public void A_server_that_does_not_know_exposed_ports_has_no_port_rule(int port)
    {
        Assert.Equal(PublicPath, Decide(RoutesDialect, port, "/public/x"));
        Assert.Equal(CredentialsNeeded, Decide(RoutesDialect, port, "/private"));
    }

    [Theory]
    [InlineData(9501, CredentialsNeeded)]
    [InlineData(9500, PortNotExposed)]
    [InlineData(9502, PortNotExposed)]
    [InlineData(8080, PortNotExposed)]
    public void Null_exposes_the_daemon_only(int port, SandboxAccessDecision expected) =>
        Assert.Equal(expected, Decide(PortsDialect with { ExposedPorts = ExposedPorts.DaemonOnly }, port, "/"));

    [Theory]
    [InlineData(9501)]
    [InlineData(9500)]
    [InlineData(8080)]
    public void An_empty_list_exposes_nothing(int port) =>
        Assert.Equal(PortNotExposed, Decide(PortsDialect with { ExposedPorts = [], AllowUnauthenticatedAccess = true }, port, "/"));

    [Theory]
    [InlineData(8080, CredentialsNeeded)]
    [InlineData(3000, CredentialsNeeded)]
    [InlineData(8081, PortNotExposed)]
    [InlineData(9501, PortNotExposed)]
    public void A_list_exposes_what_it_lists(int port, SandboxAccessDecision expected) =>
        Assert.Equal(expected, Decide(PortsDialect with { ExposedPorts = [3000, 8080] }, port, "/"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    [InlineData(65536 + 8080)]
    [InlineData(int.MinValue)]
    public void What_is_no_port_is_not_exposed(int port)
    {
        Assert.Equal(PortNotExposed, Decide(RoutesDialect, port, "/public"));
        Assert.Equal(PortNotExposed, Decide(PortsDialect, port, "/"));
    }

    [Theory]
    [InlineData(true, OpenToEverybody)]
    [InlineData(false, CredentialsNeeded)]
    [InlineData(null, CredentialsNeeded)]
    public void Only_an_explicit_yes_opens_a_sandbox_to_everybody(bool? allow, SandboxAccessDecision expected) =>
        Assert.Equal(expected, Decide(PortsDialect with { AllowUnauthenticatedAccess = allow }, 8080, "/anything/../at all"));

    [Fact]
    public void A_sandbox_that_is_open_to_everybody_keeps_its_management_ports_closed()
    {
        var open = PortsDialect with { AllowUnauthenticatedAccess = true };

        Assert.Equal(OpenToEverybody, Decide(open, 8080, "/"));
        Assert.Equal(CredentialsNeeded, Decide(open, 9500, "/"));
        Assert.Equal(CredentialsNeeded, Decide(open, 9501, "/"));
        Assert.Equal(CredentialsNeeded, SandboxAccess.Evaluate(open, 9501, "/", "GET", new()));
    }

    [Fact]
    public void An_option_opens_the_management_port_of_a_sandbox_that_is_open_to_everybody_and_of_no_other()
    {
        var open = PortsDialect with { AllowUnauthenticatedAccess = true };

        Assert.Equal(OpenToEverybody, SandboxAccess.Evaluate(open, 9501, "/", "GET", OpenManagement));
        Assert.Equal(CredentialsNeeded, SandboxAccess.Evaluate(open, 9500, "/", "GET", OpenManagement));
        Assert.Equal(CredentialsNeeded, SandboxAccess.Evaluate(PortsDialect, 9501, "/", "GET", OpenManagement));
        Assert.Equal(CredentialsNeeded, SandboxAccess.Evaluate(RoutesDialect, 9501, "/public", "GET", OpenManagement));
    }

    [Theory]
    [InlineData(9500)]
    [InlineData(9501)]
    public void A_public_path_never_opens_a_management_port(int port)
    {
        Assert.Equal(CredentialsNeeded, Decide(RoutesDialect, port, "/public"));
        Assert.Equal(CredentialsNeeded, Decide(RoutesDialect with { UnauthenticatedRoutes = ["/"] }, port, "/api/v1/processes"));
        Assert.Equal(CredentialsNeeded, Decide(PortsDialect with { UnauthenticatedRoutes = ["/"] }, port, "/api/v1/processes"));
    }

    [Theory]
    [InlineData("/public", "GET", PublicPath)]
    [InlineData("/public/x", "POST", PublicPath)]
    [InlineData("/public/../x", "GET", CredentialsNeeded)]
    [InlineData("/public", "CONNECT", CredentialsNeeded)]
    [InlineData("/publicity", "GET", CredentialsNeeded)]
    [InlineData("", "GET", CredentialsNeeded)]
    public void The_path_is_judged_by_the_matcher(string target, string method, SandboxAccessDecision expected)
    {
        var access = new SandboxAccess(RoutesDialect);

        Assert.Equal(expected, SandboxAccess.Evaluate(RoutesDialect, 8080, target, method));
        Assert.Equal(expected, access.Evaluate(8080, target, method));
        Assert.Equal(expected, access.Evaluate(8080, target.AsSpan(), method));
        Assert.Equal(expected, access.Evaluate(8080, Encoding.Latin1.GetBytes(target), method));
    }

    [Fact]
    public void What_the_server_did_not_say_is_never_permission()
    {
        var ancestor = new SandboxLookup { Id = "sandbox", Status = new("Running"), DataplaneApiAddress = "127.0.0.1:8095" };

        Assert.Equal(UnknownState, Decide(new() { Id = "sandbox" }, 8080, "/"));
        Assert.Equal(CredentialsNeeded, Decide(ancestor, 8080, "/"));
        Assert.Equal(CredentialsNeeded, Decide(ancestor with { UnauthenticatedRoutes = [] }, 8080, "/"));
        Assert.Equal(CredentialsNeeded, Decide(ancestor with { UnauthenticatedRoutes = ["", "*"] }, 8080, "/"));
        Assert.Empty(new SandboxAccess(ancestor).Routes.Routes);
        Assert.False(default(SandboxAccessDecision).IsUnauthenticatedAccess());
    }

    [Fact]
    public void Two_decisions_and_no_other_let_a_request_pass_without_credentials() => Assert.Equal(
        [OpenToEverybody, PublicPath],
        Enum.GetValues<SandboxAccessDecision>().Where(decision => decision.IsUnauthenticatedAccess()));

    [Fact]
    public void A_decision_allocates_nothing()
    {
        var access = new SandboxAccess(PortsDialect with { UnauthenticatedRoutes = ["/public"] });
        _ = access.Evaluate(8080, "/public", "GET");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var decision = access.Evaluate(8080, "/public", "GET");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((PublicPath, 0L), (decision, allocated));
    }

    [Fact]
    public void Octets_are_decided_about_in_the_same_order()
    {
        var access = new SandboxAccess(RoutesDialect);

        Assert.Equal(PublicPath, access.Evaluate(8080, "/public"u8, "GET"));
        Assert.Equal(CredentialsNeeded, access.Evaluate(9501, "/public"u8, "GET"));
        Assert.Equal(PortNotExposed, access.Evaluate(0, "/public"u8, "GET"));
        Assert.Equal(Pending, new SandboxAccess(RoutesDialect with { Status = SandboxStatus.Pending }).Evaluate(8080, "/public"u8, "GET"));
        Assert.Equal("method", Assert.Throws<ArgumentNullException>(() => access.Evaluate(9501, "/public"u8, null!)).ParamName);
        Assert.Equal("method", Assert.Throws<ArgumentNullException>(() => access.Evaluate(9501, "/public".AsSpan(), null!)).ParamName);
    }

    [Fact]
    public void Null_is_an_error_of_the_caller()
    {
        var access = new SandboxAccess(RoutesDialect);

        Assert.Throws<ArgumentNullException>("lookup", () => new SandboxAccess(null!));
        Assert.Throws<ArgumentNullException>("rawTarget", () => access.Evaluate(8080, (string)null!, "GET"));
        Assert.Throws<ArgumentNullException>("method", () => access.Evaluate(8080, "/", null!));
        Assert.Throws<ArgumentNullException>("method", () => access.Evaluate(8080, "/"u8, null!));
        Assert.Throws<ArgumentNullException>("method", () => new SandboxAccess(new() { Id = "x" }).Evaluate(8080, "/", null!));
    }

    [Fact]
    public void A_matcher_is_made_from_each_record_that_carries_routes()
    {
        ValueList<string> routes = ["/public", "bad"];
        var sandbox = new SandboxInfo { Id = "s", Namespace = "n", Image = "i", UnauthenticatedRoutes = routes };
        var pool = new SandboxPoolInfo { Id = "p", Namespace = "n", Image = "i", UnauthenticatedRoutes = routes };
        var lookup = RoutesDialect with { UnauthenticatedRoutes = routes };

        Assert.Equal(["/public"], UnauthenticatedRouteMatcher.For(sandbox).Routes);
        Assert.Equal(["/public"], UnauthenticatedRouteMatcher.For(pool).Routes);
        Assert.Equal(["/public"], UnauthenticatedRouteMatcher.For(lookup).Routes);
        Assert.Equal(default, UnauthenticatedRouteMatcher.For(sandbox with { UnauthenticatedRoutes = null }));
        Assert.Equal(default, UnauthenticatedRouteMatcher.For(pool with { UnauthenticatedRoutes = null }));
        Assert.Equal(default, UnauthenticatedRouteMatcher.For(lookup with { UnauthenticatedRoutes = null }));
        Assert.Throws<ArgumentNullException>("sandbox", () => UnauthenticatedRouteMatcher.For((SandboxInfo)null!));
        Assert.Throws<ArgumentNullException>("pool", () => UnauthenticatedRouteMatcher.For((SandboxPoolInfo)null!));
        Assert.Throws<ArgumentNullException>("lookup", () => UnauthenticatedRouteMatcher.For((SandboxLookup)null!));
    }

    private static SandboxAccessDecision Decide(SandboxLookup lookup, int port, string target) => SandboxAccess.Evaluate(lookup, port, target, "GET");
}
