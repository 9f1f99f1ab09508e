using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Images;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Filling;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>A file to be handed out.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">Its name.</param>
public sealed record Paper(byte[] Content, string Name);

/// <summary>Papers that are made of what stands today and are not kept: the copy of a file, the counter's ticket, receipts joined, a form to print.</summary>
public sealed class PaperDesk(IDbContextFactory<GruContext> contexts, FormPrograms programs, ReceiptDesk desk, ReceiptFactory factory, TownPapers papers, FileVault vault, IReceiptWriter writer, TownClock clock)
{
    private const int MostPhotos = 20;

    /// <summary>Everything that the file of a request holds, agents' notes left out: it is the citizen's.</summary>
    public async Task<Paper> CopyAsync(Guid requestId, CancellationToken cancel = default)
    {
        var receipts = await desk.OfAsync(requestId, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var request = await db.Requests.AsNoTracking().AsSplitQuery().Include(r => r.Account).Include(r => r.Timeline.OrderBy(t => t.At)).Include(r => r.Files.Where(f => !f.ForDepartment).OrderBy(f => f.CreatedAt)).SingleAsync(r => r.Id == requestId, cancel);
        var steps = request.Timeline.Where(t => t.IsForCitizen).ToArray();
        var copy = new FileCopy(
            clock.Local(steps.Select(s => s.At).Append(request.SubmittedAt).Max()),
            request.State.Word(),
            [.. steps.Select(s => new FileStep(clock.Local(s.At), s.ActorName, s.Word(forCitizen: false), s.Text))],
            await FilesAsync(request.Files, cancel),
            [.. receipts.Select(r => new IssuedDocument(clock.Local(r.IssuedAt), r.Kind.Word(), r.Code))]);
        var facts = receipts[0].ReadFacts() with { AnswersJson = request.Answers };
        return Write(FileCopyComposer.Compose(facts, AnswerOutline.Of(await programs.OpenAsync(request, cancel)), copy), $"dossier-{request.Number}.pdf");
    }

    /// <summary>The small paper handed over at the counter.</summary>
    public async Task<Paper> TicketAsync(Guid requestId, CancellationToken cancel = default)
    {
        var facts = (await desk.AcknowledgementAsync(requestId, cancel)).ReadFacts();
        return Write(TicketComposer.Compose(facts), $"ticket-{facts.RequestNumber}.pdf");
    }

    /// <summary>The acknowledgements of several requests as one file with bookmarks.</summary>
    /// <param name="requestIds">The requests, at least one, in order.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Paper> JoinAsync(IReadOnlyList<Guid> requestIds, CancellationToken cancel = default)
    {
        var documents = new List<ReceiptDocument>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var id in requestIds)
        {
            var answers = await db.Requests.Where(r => r.Id == id).Select(r => r.Answers).SingleAsync(cancel);
            documents.Add((await desk.AcknowledgementAsync(id, cancel)).ReadDocument(answers));
        }

        return Write(SelectionComposer.Join($"{documents.Count} accusés de réception", documents), "recepisses.pdf");
    }

    /// <summary>The form of an open procedure, to be printed and filled by hand; null when the procedure is not open.</summary>
    public async Task<Paper?> BlankAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var procedure = await db.Procedures.AsNoTracking().Include(p => p.Department).FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (procedure is not { IsOpen: true }) return null;
        var version = await db.FormVersions.AsNoTracking().Where(v => v.ProcedureId == procedure.Id && v.Number == procedure.PublishedNumber)
            .Select(v => new { v.Id, v.Number, v.PublishedAt }).SingleAsync(cancel);
        var facts = new BlankFormFacts(papers.Of(procedure.Department!), ReceiptFactory.Of(procedure.Department!), version.Number, clock.Local(version.PublishedAt), factory.PrivacyOf(procedure));
        return Write(BlankFormComposer.Compose(await programs.OfAsync(version.Id, cancel), facts), $"{procedure.Slug}.pdf");
    }

    private async Task<List<JoinedFile>> FilesAsync(List<StoredFile> files, CancellationToken cancel)
    {
        var joined = new List<JoinedFile>();
        foreach (var file in files)
        {
            var isPhoto = file.ContentType is "image/jpeg" or "image/png" && joined.Count(j => j.Picture is not null) < MostPhotos;
            var picture = isPhoto && file.Size <= ReceiptImage.LongestPhoto ? await PhotoAsync(file.Id, cancel) : null;
            joined.Add(new JoinedFile(file.Name, file.Size, file.Sha256, picture, IsUnshown: isPhoto && picture is null));
        }

        return joined;
    }

    // A photo that cannot be shown stays in the list of files, which is all that the law asks; the copy says so.
    private async Task<ReceiptImage?> PhotoAsync(Guid id, CancellationToken cancel)
    {
        await using var content = vault.Open(id);
        if (content is null) return null;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancel);
        try
        {
            return ReceiptImage.ReadPhoto(bytes, PictureBlock.LongestSide);
        }
        catch (ReceiptImageException)
        {
            return null;
        }
    }

    private Paper Write(ReceiptDocument document, string name)
    {
        using var stream = new MemoryStream();
        writer.Write(papers.Illustrated(document), stream);
        return new Paper(stream.ToArray(), name);
    }
}
