using System.Collections.Immutable;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Validation;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Designing.Blocks;

/// <summary>A block opened to be changed.</summary>
/// <param name="Block">Its newest version.</param>
/// <param name="Form">The form as it is being changed.</param>
public sealed record OpenBlock(FormBlock Block, FormDefinition Form);

/// <summary>
/// The town's library of blocks. Whoever draws forms may use blocks and add one; only communication and administrators, who draw every form,
/// change one, since that changes every form that follows it.
/// </summary>
/// <param name="contexts">The database.</param>
/// <param name="clock">The time.</param>
public sealed class BlockDesk(IDbContextFactory<GruContext> contexts, TownClock clock)
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 80;

    private const int MostBlocks = 500;

    /// <summary>Whether the person may use blocks and add one.</summary>
    public static bool MayUse(ClaimsPrincipal person) => person.IsInRole(Roles.ServiceHead) || MayChange(person);

    /// <summary>Whether the person may change blocks.</summary>
    public static bool MayChange(ClaimsPrincipal person) => person.IsInRole(Roles.Communication) || person.IsInRole(Roles.Administrator);

    /// <summary>The newest version of each block, by name; none for those who draw no forms.</summary>
    public async Task<ImmutableArray<FormBlock>> ListAsync(ClaimsPrincipal person, CancellationToken cancel = default)
    {
        if (!MayUse(person)) return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Blocks.AsNoTracking().OrderBy(b => b.Name).Select(b => new { b.Key, b.Name, b.Number, b.Versions.Single(v => v.Number == b.Number).Definition }).ToListAsync(cancel);
        return [.. rows.Select(r => ToBlock(r.Key, r.Name, r.Number, r.Definition)).OfType<FormBlock>()];
    }

    /// <summary>Opens a block to change it; null when there is none, or not for this person.</summary>
    public async Task<OpenBlock?> OpenAsync(string key, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        if (!MayChange(person)) return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Blocks.AsNoTracking().Where(b => b.Key == key).Select(b => new { b.Key, b.Name, b.Number, b.Working, b.Versions.Single(v => v.Number == b.Number).Definition }).FirstOrDefaultAsync(cancel);
        if (row is null || ToBlock(row.Key, row.Name, row.Number, row.Definition) is not { } block) return null;
        return new OpenBlock(block, row.Working is { } json && DefinitionJson.Read(json).Definition is { } working ? working : block.Form);
    }

    /// <summary>Adds a block.</summary>
    /// <param name="person">Who adds it.</param>
    /// <param name="name">What people will call it.</param>
    /// <param name="clip">Its questions.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why it could not be done, in French; null when it was.</returns>
    public async Task<string?> AddAsync(ClaimsPrincipal person, string name, Clip clip, CancellationToken cancel = default)
    {
        if (!MayUse(person)) return "Vous ne pouvez pas ajouter de bloc.";
        if (name.Length is 0 or > LongestName) return $"Donnez au bloc un nom de {LongestName} caractères au plus.";
        var key = FieldKeys.From(name, "bloc");
        var form = Own(clip.Form, key, name);
        if (Problem(form) is { } problem) return problem;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Blocks.CountAsync(cancel) >= MostBlocks) return "La bibliothèque est pleine. Changez un bloc qui ne sert plus.";
        if (await db.Blocks.AnyAsync(b => b.Key == key || b.Name == name, cancel)) return $"Un bloc s’appelle déjà «\u202f{name}\u202f». Choisissez un autre nom.";
        db.Blocks.Add(new Block { Key = key, Name = name, Versions = { new BlockVersion { Number = 1, Definition = DefinitionJson.Write(form), At = clock.UtcNow, ActorName = person.FullName() } } });
        try
        {
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody took the name at the same moment.
            return $"Un bloc s’appelle déjà «\u202f{name}\u202f». Choisissez un autre nom.";
        }
    }

    /// <summary>Keeps a block as it is being changed; forms do not see it yet.</summary>
    public async Task KeepAsync(string key, ClaimsPrincipal person, FormDefinition form, CancellationToken cancel = default)
    {
        if (!MayChange(person)) return;
        var json = DefinitionJson.Write(form);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Blocks.Where(b => b.Key == key).ExecuteUpdateAsync(b => b.SetProperty(x => x.Working, json), cancel);
    }

    /// <summary>Makes a new version of what a block has become.</summary>
    /// <param name="key">The block.</param>
    /// <param name="person">Who changes it.</param>
    /// <param name="form">Its form.</param>
    /// <param name="seen">The version that the person started from.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The new version, or why there is none, in French.</returns>
    public async Task<(FormBlock? Block, string? Problem)> SaveAsync(string key, ClaimsPrincipal person, FormDefinition form, int seen, CancellationToken cancel = default)
    {
        if (!MayChange(person)) return (null, "Vous ne pouvez pas changer ce bloc.");
        if (Problem(form) is { } problem) return (null, problem);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Blocks.FirstOrDefaultAsync(b => b.Key == key, cancel) is not { } block) return (null, "Ce bloc n’existe plus.");
        var name = string.IsNullOrWhiteSpace(form.Title) || form.Title.Length > LongestName ? block.Name : form.Title.Trim();
        if (block.Number != seen || await db.Blocks.AnyAsync(b => b.Id != block.Id && b.Name == name, cancel))
        {
            return (null, block.Number != seen ? "Quelqu’un vient d’enregistrer une version de ce bloc. Rouvrez-le pour la voir." : $"Un bloc s’appelle déjà «\u202f{name}\u202f». Changez le titre.");
        }

        (block.Name, block.Number, block.Working) = (name, seen + 1, null);
        db.BlockVersions.Add(new BlockVersion { BlockId = block.Id, Number = block.Number, Definition = DefinitionJson.Write(Own(form, key, name)), At = clock.UtcNow, ActorName = person.FullName() });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return (null, "Quelqu’un vient d’enregistrer une version de ce bloc. Rouvrez-le pour la voir.");
        }

        return (new FormBlock(key, name, block.Number, Own(form, key, name)), null);
    }

    /// <summary>Why a form cannot be a block, in French; null when it can.</summary>
    public static string? Problem(FormDefinition form)
    {
        if (form.Pages is not [{ Fields.IsEmpty: false }]) return form.Pages.Length > 1 ? "Un bloc tient sur une page\u202f: rassemblez ses questions." : "Un bloc contient au moins une question.";
        var wrong = FormLinter.Check(form).FirstOrDefault(f => f.Severity == Severity.Error);
        return wrong is null ? null : $"{wrong.Message} Un bloc doit se suffire\u202f: choisissez aussi les questions dont les siennes dépendent.";
    }

    private static FormDefinition Own(FormDefinition form, string key, string name)
    {
        var plain = form with { Key = key, Title = name, Pages = [.. form.Pages.Select(p => p with { Title = name, Fields = [.. p.Fields.Select(Plain)] })] };
        return plain;

        static Field Plain(Field field) => field is RepeatedGroupField group ? group with { Block = null, Fields = [.. group.Fields.Select(Plain)] } : field with { Block = null };
    }

    private static FormBlock? ToBlock(string key, string name, int number, string json) =>
        DefinitionJson.Read(json).Definition is { Pages: [{ Fields.IsEmpty: false }] } form ? new FormBlock(key, name, number, form) : null;
}
