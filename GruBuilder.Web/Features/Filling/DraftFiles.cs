using GruBuilder.Forms.Answers;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Filling;

/// <summary>The files of one draft: only its owner's page makes one.</summary>
internal sealed class DraftFiles(IDbContextFactory<GruContext> contexts, FileVault vault, TownClock clock, Guid draftId, Guid accountId) : IFileStore
{
    /// <summary>Most bytes that one draft may hold, so that nobody fills the disk.</summary>
    private const long MostBytesInAll = 200_000_000;

    public async Task<FileAnswer> SaveAsync(string fieldKey, string name, Stream content, long mostBytes, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var held = await db.Files.Where(f => f.DraftId == draftId).SumAsync(f => f.Size, cancellation);
        if (held >= MostBytesInAll) throw new FileRejectedException("Vos fichiers prennent trop de place. Retirez-en avant d'en ajouter.", "Your files take too much room. Remove some before adding more.");
        var id = Guid.CreateVersion7();
        name = StoredFile.NameOf(name);
        var kept = await vault.KeepAsync(id, name, content, Math.Min(mostBytes, MostBytesInAll - held), cancellation);
        db.Files.Add(new StoredFile
        {
            Id = id, AccountId = accountId, DraftId = draftId, FieldKey = fieldKey, Name = name,
            Size = kept.Size, ContentType = kept.ContentType, Sha256 = kept.Sha256, CreatedAt = clock.UtcNow,
        });
        await db.SaveChangesAsync(cancellation);
        return new FileAnswer(id.ToString(), name, kept.Size, kept.ContentType, kept.Sha256);
    }

    public async Task RemoveAsync(FileAnswer file, CancellationToken cancellation = default)
    {
        if (!Guid.TryParse(file.Id, out var id)) return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Files.Where(f => f.Id == id && f.DraftId == draftId).ExecuteDeleteAsync(cancellation) > 0) vault.Forget(id);
    }

    public string? UrlOf(FileAnswer file) => FileEndpoints.AddressOf(file);
}
