using GruBuilder.Forms.Definitions;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Designing.Blocks;
using GruBuilder.Web.Features.Municipality;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Data;

/// <summary>Fills an empty database with the town's departments and procedures. On later starts it adds nothing.</summary>
/// <param name="contexts">The database.</param>
/// <param name="directory">Where the town's files are.</param>
/// <param name="town">The town.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Where a form that does not read is told.</param>
public sealed class FirstStart(IDbContextFactory<GruContext> contexts, DataDirectory directory, MunicipalityProfile town, TownClock clock, ILogger<FirstStart> log)
{
    /// <summary>Adds roles, departments and procedures, each when there is none.</summary>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await AddRolesAsync(db, cancel);
        if (!await db.Departments.AnyAsync(cancel))
        {
            db.Departments.AddRange(town.Departments.Select(d => new Department { Key = d.Key, Name = d.Name, Email = d.Email, Telephone = d.Telephone, PostalAddress = d.PostalAddress }));
        }

        await db.SaveChangesAsync(cancel);
        if (!await db.Procedures.AnyAsync(cancel)) await AddProceduresAsync(db, cancel);
        if (!await db.Blocks.AnyAsync(cancel)) await AddBlocksAsync(db, cancel);
    }

    private static async Task AddRolesAsync(GruContext db, CancellationToken cancel)
    {
        var known = await db.Roles.Select(r => r.Name).ToListAsync(cancel);
        db.Roles.AddRange(Roles.All.Except(known).Select(role => new IdentityRole<Guid>(role!)
        {
            Id = Guid.CreateVersion7(), NormalizedName = role!.ToUpperInvariant(), ConcurrencyStamp = Guid.NewGuid().ToString(),
        }));
    }

    private async Task AddProceduresAsync(GruContext db, CancellationToken cancel)
    {
        var departments = await db.Departments.ToDictionaryAsync(d => d.Key, d => d.Id, cancel);
        foreach (var profile in ReadProfiles())
        {
            if (!departments.TryGetValue(profile.Department, out var department))
            {
                log.LogError("procedures.json: '{Slug}' names the department '{Department}', which municipality.json does not have; the procedure is left out.", profile.Slug, profile.Department);
                continue;
            }

            var procedure = profile.ToProcedure(department);
            if (ReadForm(profile) is { } form)
            {
                procedure.SaveWorking(DefinitionJson.Write(form), clock.UtcNow);
                procedure.Publish(clock.UtcNow, null, town.ServiceName);
            }

            db.Procedures.Add(procedure);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task AddBlocksAsync(GruContext db, CancellationToken cancel)
    {
        if (!Directory.Exists(directory.Blocks)) return;
        foreach (var path in Directory.EnumerateFiles(directory.Blocks, "*.json").Order(StringComparer.Ordinal))
        {
            if (ReadForm(path) is not { } form) continue;
            if (BlockDesk.Problem(form) is { } problem)
            {
                log.LogError("{Path} is left out of the blocks: {Problem}", path, problem);
                continue;
            }

            db.Blocks.Add(new Block { Key = form.Key, Name = form.Title, Versions = { new BlockVersion { Number = 1, Definition = DefinitionJson.Write(form), At = clock.UtcNow, ActorName = town.ServiceName } } });
        }

        await db.SaveChangesAsync(cancel);
    }

    private IReadOnlyList<ProcedureProfile> ReadProfiles()
    {
        try
        {
            return ProcedureProfile.LoadAll(directory);
        }
        catch (InvalidOperationException e)
        {
            log.LogError("{Message}", e.Message);
            return [];
        }
    }

    private FormDefinition? ReadForm(ProcedureProfile profile)
    {
        var path = Path.Combine(directory.Forms, Path.GetFileName(profile.Form));
        if (!File.Exists(path))
        {
            log.LogError("{Path} is missing: the procedure '{Slug}' is created without a form and stays out of the catalogue.", path, profile.Slug);
            return null;
        }

        return ReadForm(path);
    }

    private FormDefinition? ReadForm(string path)
    {
        var reading = DefinitionJson.Read(File.ReadAllBytes(path));
        foreach (var problem in reading.Problems.Where(p => p.Severity == Severity.Error))
        {
            log.LogError("{Path}, at {Place}: {Message}", path, problem.Path.Length == 0 ? "$" : problem.Path, problem.Message);
        }

        return reading.Problems.Any(p => p.Severity == Severity.Error) ? null : reading.Definition;
    }
}
