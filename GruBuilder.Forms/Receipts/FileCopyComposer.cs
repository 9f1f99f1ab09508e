using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Receipts.Images;

namespace GruBuilder.Forms.Receipts;

/// <summary>A step in the life of a request, as its copy tells it.</summary>
/// <param name="At">When; its offset is the town's.</param>
/// <param name="Who">Who acted.</param>
/// <param name="What">What happened, in a few words.</param>
/// <param name="Message">What was written; empty for none.</param>
public sealed record FileStep(DateTimeOffset At, string Who, string What, string Message);

/// <summary>A file joined to a request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, in hexadecimal.</param>
/// <param name="Picture">What it shows, where it is a photo that can be; else null.</param>
/// <param name="IsUnshown">Whether it is a photo that cannot be shown: too large, or damaged.</param>
public sealed record JoinedFile(string Name, long Bytes, string Sha256, ReceiptImage? Picture = null, bool IsUnshown = false);

/// <summary>A document issued about a request.</summary>
/// <param name="At">When; its offset is the town's.</param>
/// <param name="Title">What it is.</param>
/// <param name="Code">Its verification code.</param>
public sealed record IssuedDocument(DateTimeOffset At, string Title, string Code);

/// <summary>What the copy of a request's file holds besides the answers.</summary>
/// <param name="At">The moment that it shows: the last thing that happened.</param>
/// <param name="State">Where the request stands, in a word or two.</param>
/// <param name="Steps">What happened and what was written, in order.</param>
/// <param name="Files">The files joined.</param>
/// <param name="Documents">The documents issued.</param>
public sealed record FileCopy(
    DateTimeOffset At, string State, IReadOnlyList<FileStep> Steps, IReadOnlyList<JoinedFile> Files, IReadOnlyList<IssuedDocument> Documents);

/// <summary>Composes the copy of the whole file of a request: answers, messages, steps, files with their fingerprints, documents issued.</summary>
public static class FileCopyComposer
{
    private const string Title = "Copie du dossier";

    /// <summary>Makes the copy.</summary>
    /// <param name="facts">The request, as it was acknowledged.</param>
    /// <param name="outline">The answers.</param>
    /// <param name="copy">The rest.</param>
    public static ReceiptDocument Compose(ReceiptFacts facts, AnswerOutline outline, FileCopy copy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(copy);
        var blocks = new List<ReceiptBlock>();
        ReceiptParts.Opening(facts, Title, $"Voici tout ce que contient le dossier « {facts.ProcedureTitle} » au {FrenchText.Day(copy.At)} à {FrenchText.Hour(copy.At)}. État : {copy.State}.", blocks);
        ReceiptParts.Contacts(facts, blocks);
        AnswerBlocks.Add(outline, blocks);
        Messages(copy, blocks);
        Table("Ce qui s’est passé", ["Date", "Par", "Étape"], copy.Steps.Select(s => Row(s.At, s.Who, s.What)), blocks);
        Table("Pièces jointes", ["Nom", "Taille", "Empreinte SHA-256"], copy.Files.Select(f => (string[])[f.Name, AnswerText.Size(f.Bytes), f.Sha256]), blocks);
        var photos = copy.Files.Where(f => f.Picture is not null).DistinctBy(f => f.Sha256, StringComparer.Ordinal).ToArray();
        blocks.AddRange(photos.Select(f => new PictureBlock(f.Sha256, f.Name, $"Photo jointe à la demande, {f.Name}")));
        foreach (var file in copy.Files.Where(f => f.IsUnshown))
        {
            LegalWording.Say(blocks, $"La photo « {file.Name} » ne peut pas être montrée ici : elle est abîmée ou trop grande. Le fichier reste joint à la demande.");
        }

        Table("Documents délivrés", ["Date", "Document", "Code de vérification"], copy.Documents.Select(d => Row(d.At, d.Title, d.Code)), blocks);
        return new ReceiptDocument
        {
            Title = $"{Title} {facts.RequestNumber}",
            Issuer = facts.Town,
            Reference = facts.RequestNumber,
            Date = copy.At,
            Blocks = blocks,
            Images = photos.ToDictionary(f => f.Sha256, f => f.Picture!, StringComparer.Ordinal),
            Attachments = facts.AnswersJson is null ? [] : [AcknowledgementComposer.Answers(facts.AnswersJson)],
        };
    }

    private static void Messages(FileCopy copy, List<ReceiptBlock> blocks)
    {
        var written = copy.Steps.Where(s => s.Message.Length > 0).ToArray();
        if (written.Length == 0)
        {
            return;
        }

        blocks.Add(new HeadingBlock(2, "Échanges"));
        foreach (var step in written)
        {
            blocks.Add(new HeadingBlock(3, FrenchText.Typeset($"{FrenchText.Day(step.At)} à {FrenchText.Hour(step.At)}, {step.Who} : {step.What}")));
            LegalWording.Say(blocks, step.Message);
        }
    }

    private static void Table(string title, string[] columns, IEnumerable<string[]> rows, List<ReceiptBlock> blocks)
    {
        if (rows.ToArray() is { Length: > 0 } filled)
        {
            blocks.Add(new HeadingBlock(2, title));
            blocks.Add(new TableBlock(null, [.. columns.Select(c => new TableColumn(c))], filled));
        }
    }

    private static string[] Row(DateTimeOffset at, string second, string third) => [$"{FrenchText.Day(at)} à {FrenchText.Hour(at)}", second, third];
}
