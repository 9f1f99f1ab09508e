using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Drafting;
using GruBuilder.Forms.Exchange;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Designing.Exercise;

namespace GruBuilder.Web.Features.Designing;

/// <summary>A form that another may start from.</summary>
/// <param name="Id">What tells it from others.</param>
/// <param name="Title">Its title.</param>
/// <param name="Detail">A few words on it.</param>
public sealed record StartingForm(string Id, string Title, string Detail);

/// <summary>The forms that a new one may start from, and what comes of the choice. Rights are checked on each.</summary>
/// <param name="desk">The procedures.</param>
/// <param name="directory">Where the town's own forms stand.</param>
/// <param name="exercises">What people drew to learn.</param>
public sealed class StartingForms(DesignDesk desk, DataDirectory directory, ExerciseDesk exercises)
{
    /// <summary>Largest file that is taken, in bytes.</summary>
    public const int MostBytes = DefinitionJson.MostBytes;

    /// <summary>The forms that the town brings, by title.</summary>
    public async Task<StartingForm[]> TemplatesAsync(CancellationToken cancel = default)
    {
        if (!Directory.Exists(directory.Forms)) return [];
        var found = new List<StartingForm>();
        foreach (var path in Directory.EnumerateFiles(directory.Forms, "*.json"))
        {
            if (await TemplateAsync(path, cancel) is { } form) found.Add(new StartingForm(Path.GetFileNameWithoutExtension(path), form.Title, Size(form)));
        }

        return [.. found.OrderBy(f => f.Title, StringComparer.CurrentCulture)];
    }

    /// <summary>The forms of the procedures that the person may draw, last changed first.</summary>
    public async Task<StartingForm[]> OthersAsync(ClaimsPrincipal person, CancellationToken cancel = default) =>
        [.. (await desk.ListAsync(person, cancel)).Where(l => l.CanDraw).Select(l => new StartingForm(l.Id.ToString(), l.Title, $"{l.Department}, {ProcedureWords.State(l.Status, l.PublishedNumber, l.Stage).ToLowerInvariant()}"))];

    /// <summary>The form that was chosen to start from, with what could not be carried over; null with a sentence in the findings when there is none.</summary>
    public async Task<ImportResult> FormAsync(ClaimsPrincipal person, NewProcedure wanted, CancellationToken cancel = default)
    {
        switch (wanted.Start)
        {
            case StartingPoint.Text:
                var draft = DraftReader.Read(wanted.Text ?? "").With(wanted.Kinds ?? []);
                return draft.Count == 0 ? Refused("Ce texte ne contient aucune question. Écrivez une question par ligne.") : new ImportResult(draft.ToForm("nouveau", wanted.Title ?? ""), []);
            case StartingPoint.Template:
                var known = (await TemplatesAsync(cancel)).FirstOrDefault(t => t.Id == wanted.Template);
                return known is not null && await TemplateAsync(Path.Combine(directory.Forms, known.Id + ".json"), cancel) is { } template ? new ImportResult(template, []) : Refused("Ce modèle n’existe plus. Choisissez-en un autre.");
            case StartingPoint.Procedure:
                return Guid.TryParse(wanted.Other, out var id) && await desk.OpenAsync(id, person, cancel) is { Problems.Count: 0 } open ? new ImportResult(open.Form, []) : Refused("Ce formulaire n’existe plus, ou vous n’y avez pas accès. Choisissez-en un autre.");
            case StartingPoint.File:
                if (wanted.File is not { } file) return Refused("Choisissez un fichier.");
                if (file.Length > MostBytes) return Refused($"Ce fichier est trop grand : {MostBytes / 1_000_000} Mo au plus.");
                using (var content = new MemoryStream((int)file.Length))
                {
                    await file.CopyToAsync(content, cancel);
                    return DraftFile.Read(file.FileName, content.ToArray());
                }

            case StartingPoint.Exercise:
                return await ExerciseOfAsync(person, cancel) is { } exercise ? new ImportResult(exercise, []) : Refused("Votre exercice n’est plus là. Choisissez un autre départ.");
            default:
                return new ImportResult(null, []);
        }
    }

    /// <summary>What the person drew as an exercise, when it holds anything; else null.</summary>
    public async Task<FormDefinition?> ExerciseOfAsync(ClaimsPrincipal person, CancellationToken cancel = default) =>
        person.Id() is { } account && (await exercises.OfAsync(account, cancel))?.Form is { } form && form.AllFields().Any() ? form : null;

    private static async Task<FormDefinition?> TemplateAsync(string path, CancellationToken cancel)
    {
        try
        {
            return new FileInfo(path).Length > MostBytes ? null : DefinitionJson.Read(await File.ReadAllBytesAsync(path, cancel)).Definition;
        }
        catch (IOException)
        {
            // Taken away meanwhile.
            return null;
        }
    }

    private static string Size(FormDefinition form) => $"{FormDraft.Questions(form.AllFields().Count(f => f is InputField))}, {(form.Pages.Length == 1 ? "1 page" : $"{form.Pages.Length} pages")}";

    private static ImportResult Refused(string message) => new(null, [new Finding(Severity.Error, "start-refused", message, "")]);
}
