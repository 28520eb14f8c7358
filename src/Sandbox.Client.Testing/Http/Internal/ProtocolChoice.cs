using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Sandbox.Client.Testing.Http.Internal;

/// <summary>
/// HTTP/1.1 and HTTP/2 by prior knowledge on one port without TLS, as the server has them (contract section 1.1). Kestrel chooses by what a TLS handshake
/// agreed on, and HTTP/1.1 where there was none; a connection that opens as HTTP/2 is therefore marked as if such a handshake had been.
/// </summary>
internal static class ProtocolChoice
{
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <summary>Waits for the first octets, leaves them where they are, and says whether they are the preface of HTTP/2 (RFC 9113 section 3.4).</summary>
    public static async ValueTask<bool> IsHttp2Async(ConnectionContext connection)
    {
        var input = connection.Transport.Input;

        // A connection on which nothing was sent yet must not hold up the server when it stops.
        var stop = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        using (stop.UnsafeRegister(static state => ((PipeReader)state!).CancelPendingRead(), input))
        {
            while (true)
            {
                var result = await input.ReadAsync(CancellationToken.None).ConfigureAwait(false);
                var known = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, Preface.Length)).ToArray();
                var isPossible = Preface.StartsWith(known);
                var isDecided = !isPossible || known.Length == Preface.Length || result.IsCompleted || result.IsCanceled;
                input.AdvanceTo(result.Buffer.Start, isDecided ? result.Buffer.Start : result.Buffer.End);
                if (isDecided)
                {
                    return isPossible && known.Length == Preface.Length;
                }
            }
        }
    }

    /// <summary>Makes Kestrel speak HTTP/2 on this connection.</summary>
    public static void ChooseHttp2(ConnectionContext connection)
    {
        var agreement = new Agreement();
        connection.Features.Set<ITlsConnectionFeature>(agreement);
        connection.Features.Set<ITlsApplicationProtocolFeature>(agreement);
    }

    private sealed class Agreement : ITlsConnectionFeature, ITlsApplicationProtocolFeature
    {
        public X509Certificate2? ClientCertificate { get; set; }

        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = "h2"u8.ToArray();

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }
}
