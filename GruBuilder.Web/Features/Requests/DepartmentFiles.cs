using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Filling;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests;

/// <summary>
/// The files that agents join to the questions kept for them. A file is there from the moment it is joined, and counts once the answers are
/// saved: what the saved answers do not name goes with that save.
/// </summary>
internal sealed class DepartmentFiles(IDbContextFactory<GruContext> contexts, FileVault vault, TownClock clock, Guid requestId, ClaimsPrincipal agent) : IFileStore
{
    /// <summary>Most bytes that the department may join to one request, so that nobody fills the disk.</summary>
    private const long MostBytesInAll = 200_000_000;

    // How long a colleague may take between joining a file and saving the answers that name it.
    private static readonly TimeSpan Unsaved = TimeSpan.FromDays(1);

    public async Task<FileAnswer> SaveAsync(string fieldKey, string name, Stream content, long mostBytes, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await RequestAccess.OfAgent(db, agent).AnyAsync(r => r.Id == requestId, cancellation)) throw new FileRejectedException("Cette demande n’est plus dans votre service. Le fichier n’est pas joint.");
        var held = await Of(db, requestId).SumAsync(f => f.Size, cancellation);
        if (held >= MostBytesInAll) throw new FileRejectedException("Les fichiers du service prennent trop de place pour cette demande. Retirez-en avant d’en ajouter.");
        var id = Guid.CreateVersion7();
        name = StoredFile.NameOf(name);
        var kept = await vault.KeepAsync(id, name, content, Math.Min(mostBytes, MostBytesInAll - held), cancellation);
        db.Files.Add(new StoredFile
        {
            Id = id, AccountId = agent.Id()!.Value, RequestId = requestId, ForDepartment = true, FieldKey = fieldKey, Name = name,
            Size = kept.Size, ContentType = kept.ContentType, Sha256 = kept.Sha256, CreatedAt = clock.UtcNow,
        });
        await db.SaveChangesAsync(cancellation);
        return new FileAnswer(id.ToString(), name, kept.Size, kept.ContentType, kept.Sha256);
    }

    public async Task RemoveAsync(FileAnswer file, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var answers = await RequestAccess.OfAgent(db, agent).Where(r => r.Id == requestId).Select(r => r.DepartmentAnswers).FirstOrDefaultAsync(cancellation);

        // Saved answers that name it still stand: their next save lets it go.
        if (answers is null || answers.Contains(file.Id, StringComparison.Ordinal) || !Guid.TryParse(file.Id, out var id)) return;
        if (await Of(db, requestId).Where(f => f.Id == id).ExecuteDeleteAsync(cancellation) > 0) vault.Forget(id);
    }

    public string? UrlOf(FileAnswer file) => FileEndpoints.AddressOf(file);

    /// <summary>What to mend because a file that the answers name is not there any more.</summary>
    /// <param name="state">The form, open for an agent.</param>
    /// <param name="files">The files that the department joined to the request.</param>
    public static ImmutableArray<AnswerError> Missing(FormState state, IEnumerable<StoredFile> files)
    {
        var there = files.Select(f => f.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. Places(state).Where(place => state[place].AsFiles.Any(f => !there.Contains(f.Id)))
            .Select(place => new AnswerError(place, AnswerValidator.PathOf(state, place), "Un de ces fichiers n’est plus là. Retirez-le, puis joignez-le à nouveau."))];
    }

    /// <summary>The files that a save lets go: those that its answers do not name, unless a colleague has just joined them.</summary>
    /// <param name="state">The form, open for an agent.</param>
    /// <param name="files">The files that the department joined to the request.</param>
    /// <param name="saver">Who saves.</param>
    /// <param name="now">The moment.</param>
    public static List<StoredFile> LetGo(FormState state, IEnumerable<StoredFile> files, Guid? saver, DateTimeOffset now)
    {
        var named = Places(state).SelectMany(place => state[place].AsFiles).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return [.. files.Where(f => !named.Contains(f.Id.ToString()) && (f.AccountId == saver || now - f.CreatedAt > Unsaved))];
    }

    /// <summary>The files that the department joined to a request.</summary>
    public static IQueryable<StoredFile> Of(GruContext db, Guid requestId) => db.Files.Where(f => f.RequestId == requestId && f.ForDepartment);

    /// <summary>The answers that agents give, private series as a whole left out.</summary>
    private static IEnumerable<AnswerPlace> Places(FormState state)
    {
        foreach (var field in state.Program.Fields)
        {
            if (field.IsPrivate && field.Columns.IsEmpty) yield return new AnswerPlace(field);
            foreach (var row in state.Rows(field))
            {
                foreach (var column in field.Columns.Where(c => c.IsPrivate)) yield return new AnswerPlace(column, row);
            }
        }
    }
}
