using System.Security.Cryptography;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation;
using GruBuilder.Web.Data;

namespace GruBuilder.Web.Features.Filling;

/// <summary>The bytes of joined files, on disk under names of our own, beside the database.</summary>
public sealed class FileVault(DataDirectory data)
{
    private const int StartLength = 64;

    /// <summary>What was learnt of a file while keeping it.</summary>
    /// <param name="Size">Bytes.</param>
    /// <param name="ContentType">As recognised from its first bytes.</param>
    /// <param name="Sha256">Lower-case hexadecimal.</param>
    public sealed record Kept(long Size, string ContentType, string Sha256);

    /// <summary>Keeps a file.</summary>
    /// <exception cref="FileRejectedException">Longer than it may be.</exception>
    public async Task<Kept> KeepAsync(Guid id, string name, Stream content, long mostBytes, CancellationToken cancellation)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var start = new byte[StartLength];
        long size = 0;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
            var buffer = new byte[81920];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                if (size < StartLength) buffer.AsSpan(0, (int)Math.Min(read, StartLength - size)).CopyTo(start.AsSpan((int)size));
                size += read;
                if (size > mostBytes) throw TooBig(name, mostBytes);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        return new Kept(size, FileRules.Recognize(start.AsSpan(0, (int)Math.Min(size, StartLength)), name), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Opens a file; null when it is not there.</summary>
    public Stream? Open(Guid id) => File.Exists(PathOf(id)) ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true) : null;

    /// <summary>Forgets a file, if it is there.</summary>
    public void Forget(Guid id)
    {
        if (File.Exists(PathOf(id))) File.Delete(PathOf(id));
    }

    private static FileRejectedException TooBig(string name, long mostBytes) => new(
        $"« {name} » est trop lourd. Choisissez un fichier de {AnswerText.Size(mostBytes)} au plus.",
        $"“{name}” is too big. Choose a file of {AnswerText.Size(mostBytes, Language.English)} at most.");

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(data.Files, name[^2..], name);
    }
}
