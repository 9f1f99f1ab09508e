using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>
/// The files made of receipts not long ago, by what they were made of: a person who opens a receipt twice gets the same file, and an authority
/// that stamps signatures is asked once. Bounded; what falls out is made again.
/// </summary>
public sealed class ReceiptFiles : IDisposable
{
    private const long MostBytes = 16_000_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly MemoryCache _files = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The file of a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="answers">The request's answers, which an acknowledgement carries.</param>
    /// <param name="make">Makes it where it is not here.</param>
    public byte[] Get(IssuedReceipt receipt, string answers, Func<byte[]> make)
    {
        var content = KeyOf(receipt, answers);
        if (_files.TryGetValue(content, out byte[]? known)) return known!;
        var file = make();
        return _files.Set(content, file, new MemoryCacheEntryOptions { Size = file.Length, AbsoluteExpirationRelativeToNow = Kept });
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private static string KeyOf(IssuedReceipt receipt, string answers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(receipt.Document);
        hash.AppendData(Encoding.UTF8.GetBytes($"\n{receipt.Kind}\n{answers}"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
