using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>How often one address may check receipts, so that nobody tries codes one after the other.</summary>
public static class VerificationLimit
{
    /// <summary>The policy's name.</summary>
    public const string Name = "verification";

    /// <summary>Attempts a minute.</summary>
    public const int AttemptsPerMinute = 30;

    private const string TooMany = """
        <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trop d’essais</title></head>
        <body><h1>Trop d’essais</h1><p>Attendez une minute, puis <a href="/verifier">vérifiez votre document</a>.</p></body></html>
        """;

    /// <summary>Adds the policy.</summary>
    public static void Add(RateLimiterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, cancel) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            rejected.HttpContext.Response.ContentType = "text/html; charset=utf-8";
            await rejected.HttpContext.Response.WriteAsync(TooMany, cancel);
        };
        options.AddPolicy(Name, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    }
}

/// <summary>A page to which a small file is sent: it is held in memory while it is looked at, and never written to disk.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SmallUploadAttribute : Attribute, IFormOptionsMetadata, IRequestSizeLimitMetadata
{
    /// <summary>Longest file, in bytes.</summary>
    public const int LongestFile = 8 * 1024 * 1024;

    private const int Envelope = 64 * 1024;

    /// <inheritdoc/>
    public long? MaxRequestBodySize => LongestFile + Envelope;

    /// <inheritdoc/>
    public bool? BufferBody => false;

    /// <inheritdoc/>
    public int? MemoryBufferThreshold => LongestFile + Envelope;

    /// <inheritdoc/>
    public long? BufferBodyLengthLimit => LongestFile + Envelope;

    /// <inheritdoc/>
    public int? ValueCountLimit => null;

    /// <inheritdoc/>
    public int? KeyLengthLimit => null;

    /// <inheritdoc/>
    public int? ValueLengthLimit => null;

    /// <inheritdoc/>
    public int? MultipartBoundaryLengthLimit => null;

    /// <inheritdoc/>
    public int? MultipartHeadersCountLimit => null;

    /// <inheritdoc/>
    public int? MultipartHeadersLengthLimit => null;

    /// <inheritdoc/>
    public long? MultipartBodyLengthLimit => LongestFile + Envelope;
}
