using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Tests.Forms;

namespace GruBuilder.Tests.Receipts;

/// <summary>Facts and answers that receipts are made of.</summary>
internal static class Samples
{
    internal const string RoadAnswers = """
        { "type_probleme": "eclairage", "etat_lampadaire": "eteint", "numero_lampadaire": "R 1204", "plusieurs_lampadaires": true,
          "description": "Deux lampadaires sont éteints depuis lundi soir.", "rue": "12 rue du Général-Leclerc" }
        """;

    internal static ReceiptFacts Facts(SilenceRegime regime, LegalPeriod? period = null) => new()
    {
        Town = new("Ville de Ronchin", ["Hôtel de ville", "650 avenue Jean Jaurès", "59790 Ronchin"], "www.ville-ronchin.fr"),
        Department = new("Service de l’état civil", "etat-civil@ville-ronchin.fr", "0320166000", ["650 avenue Jean Jaurès", "59790 Ronchin"]),
        ProcedureTitle = "Demander un acte de naissance",
        FormVersion = 3,
        FormSha256 = "9f3a61c27b0d4e58a1c6f2d93b7e4a805c1d6e7f8a9b0c1d2e3f405162738495",
        RequestNumber = "R-2026-004217-K",
        ApplicantName = "Camille Martin",
        SubmittedAt = new(2026, 11, 25, 14, 30, 0, TimeSpan.FromHours(1)),
        Regime = regime,
        Period = period,
        Appeal = new(null, "tribunal administratif de Lille", ["5 rue Geoffroy-Saint-Hilaire", "59014 Lille Cedex"]),
        Privacy = new("La ville de Ronchin", "Établir l’acte", "Une obligation légale", "Le service de l’état civil", "Deux ans", "dpo@ville-ronchin.fr"),
        FollowUp = new Uri("https://demarches.example.fr/suivi/R-2026-004217-K"),
        AnswersJson = """{"rue":"12 rue du Général-Leclerc"}""",
    };

    internal static AnswerOutline Road() => Outline(
        File.ReadAllText(Path.Combine(CaseFiles.Repository, "data", "forms", "signaler-probleme-voirie.json")), RoadAnswers);

    internal static AnswerOutline Outline(string definition, string answers)
    {
        var state = FormProgram.Compile(DefinitionJson.Read(definition).Definition!).Open(new DateOnly(2026, 11, 25));
        AnswersJson.Read(state, answers);
        return AnswerOutline.Of(state);
    }

    internal static ReceiptDocument Acknowledgement(SilenceRegime regime = SilenceRegime.Rejection) =>
        AcknowledgementComposer.Compose(Facts(regime), Road());

    internal static ReceiptDocument Of(params ReceiptBlock[] blocks) => new()
    {
        Title = "Récépissé",
        Issuer = new("Ville de Ronchin", []),
        Reference = "R-1",
        Date = new(2026, 11, 25, 14, 30, 0, TimeSpan.FromHours(1)),
        Blocks = [new HeadingBlock(1, "Récépissé"), .. blocks],
    };

    internal static byte[] Pdf(ReceiptDocument document)
    {
        using var file = new MemoryStream();
        new PdfReceiptWriter().Write(document, file);
        return file.ToArray();
    }
}
