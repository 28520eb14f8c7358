namespace Sandbox.Client.Testing.Faults;

/// <summary>How a <see cref="FaultServer"/> works. Read once, at start: later changes have no effect.</summary>
public sealed class FaultServerOptions
{
    /// <summary>
    /// Whether it speaks HTTP/2 without TLS (by prior knowledge) in place of HTTP/1.1. Then <see cref="Fault.Raw"/> and <see cref="Fault.InformationalFirst"/>
    /// can't be played. Upstream is asked by HTTP/1.1 in both cases. Default: <see langword="false"/>.
    /// </summary>
    public bool Http2 { get; set; }

    /// <summary>The clock of <see cref="Fault.SlowBody"/>. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
