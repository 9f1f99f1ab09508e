using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Benchmarks;

/// <summary>Receipts to measure and to look at.</summary>
internal static class ReceiptSamples
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 25, 14, 30, 0, TimeSpan.FromHours(1));

    private static readonly TownFacts Town = new(
        "Ville de Ronchin", ["Hôtel de ville", "650 avenue Jean Jaurès", "59790 Ronchin"], "www.ville-ronchin.fr");

    /// <summary>Two pages of forty questions, legal text, a number and a code: the content that other libraries were measured with.</summary>
    internal static ReceiptDocument TwoPages()
    {
        string[] questions = ["Nom de famille", "Prénom usuel", "Adresse du demandeur", "Date de naissance", "Nombre de personnes au foyer"];
        string[] answers = ["Lefèvre", "Éléonore", "12 rue de la Liberté, bâtiment C, appartement 14", "12/04/1986", "4"];
        var pairs = Enumerable.Range(0, 40).Select(i => new LabelledValue($"Question {i + 1} : {questions[i % 5]}", answers[i % 5])).ToArray();
        var legal = string.Join(' ', Enumerable.Repeat(
            "Les informations recueillies sur ce formulaire sont traitées par la commune pour répondre à votre demande. Elles sont gardées le temps "
            + "prévu par la loi et ne sont pas transmises à des tiers. Vous pouvez demander à voir vos données, à les corriger ou à les effacer, en écrivant "
            + "au délégué à la protection des données, à l’hôtel de ville. Si vous estimez que vos droits ne sont pas respectés, adressez une réclamation à la CNIL. "
            + "Ce récépissé confirme le dépôt de la demande ; il ne vaut pas décision.", 3));
        var follow = new Uri("https://gru.example.org/r/GRU-2025-000123?check=9f3a61c2");
        return new ReceiptDocument
        {
            Title = "Récépissé de votre demande GRU-2025-000123",
            Issuer = Town,
            Reference = "GRU-2025-000123",
            Date = Moment,
            Blocks =
            [
                new HeadingBlock(1, "Récépissé de votre demande"),
                new ReferenceBlock(
                    "Numéro", "GRU-2025-000123", "Déposée le 14 mars 2025 à 10 h 42", follow, "Suivez votre demande :",
                    new FigureBlock(follow.AbsoluteUri, "Code qui mène au suivi de la demande")),
                new HeadingBlock(2, "Vos réponses"),
                new PairsBlock(pairs),
                new ParagraphBlock(legal),
            ],
            Attachments =
            [
                new("demande.json", "application/json", "Les réponses", Encoding.UTF8.GetBytes(
                    "{" + string.Join(',', pairs.Select((p, i) => $"\"question_{i + 1}\":\"{p.Value}\"")) + "}")),
            ],
        };
    }

    /// <summary>A seal of RSA-2048, which is what most authorities give.</summary>
    internal static PdfSeal Seal()
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest("CN=Ville de Ronchin", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        return new PdfSeal(certificate, [], TimeProvider.System);
    }

    /// <summary>As many pages of questions and answers.</summary>
    internal static ReceiptDocument Pages(int pages) => TwoPages() with
    {
        Blocks = [new HeadingBlock(1, "Copie du dossier"), new PairsBlock([.. Enumerable.Range(1, 32 * pages).Select(i => new LabelledValue($"Question {i}", $"Réponse {i}, 12 rue de la Liberté"))])],
    };

    /// <summary>A road report, as the town's own form asks it.</summary>
    internal static ReceiptDocument RoadReport() => Filled(
        "signaler-probleme-voirie", "R-2026-004217-K", SilenceRegime.NoDecision, null, "Service voirie", """
        {
          "type_probleme": "eclairage", "etat_lampadaire": "eteint", "numero_lampadaire": "R 1204", "plusieurs_lampadaires": true,
          "description": "Deux lampadaires sont éteints depuis lundi soir devant l'école. Les enfants traversent dans le noir à 17 h.",
          "rue": "12 rue du Général-Leclerc", "precision_lieu": "En face de la boulangerie"
        }
        """);

    /// <summary>An enrolment: repeated children, a computed fee, silence that means rejection.</summary>
    internal static ReceiptDocument Enrolment() => Filled(
        "restauration-scolaire", "R-2026-004218-T", SilenceRegime.Rejection, LegalPeriod.Months(2), "Service enfance et éducation", """
        {
          "lien": "parent", "adresse": { "street": "4 rue Roger-Salengro", "complement": "", "postalCode": "59790", "city": "Ronchin" },
          "telephone": "0320000000",
          "enfants": [
            { "prenom": "Éloïse", "nom": "Martin", "naissance": "2019-03-08", "ecole": "ferry", "jours": ["lundi", "jeudi"], "regime": "standard" },
            { "prenom": "Noé", "nom": "Martin", "naissance": "2021-01-17", "ecole": "ferry", "jours": ["lundi", "mardi", "jeudi"], "regime": "sans_viande" }
          ],
          "allocataire": true, "quotient": 812
        }
        """);

    private static ReceiptDocument Filled(
        string form, string number, SilenceRegime regime, LegalPeriod? period, string department, string answers)
    {
        var definition = DefinitionJson.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "forms", form + ".json"))).Definition
            ?? throw new InvalidOperationException($"The form {form} cannot be read: check it with `forms check`.");
        var state = FormProgram.Compile(definition).Open(DateOnly.FromDateTime(Moment.DateTime));
        AnswersJson.Read(state, answers);
        var facts = new ReceiptFacts
        {
            Town = Town,
            Department = new(department, "contact@ville-ronchin.fr", "03 20 16 60 00", ["Hôtel de ville", "650 avenue Jean Jaurès", "59790 Ronchin"]),
            ProcedureTitle = definition.Title,
            FormVersion = 2,
            FormSha256 = "9f3a61c27b0d4e58a1c6f2d93b7e4a805c1d6e7f8a9b0c1d2e3f405162738495",
            RequestNumber = number,
            ApplicantName = "Camille Martin",
            SubmittedAt = Moment,
            Regime = regime,
            Period = period,
            Appeal = new(null, "tribunal administratif de Lille", ["5 rue Geoffroy-Saint-Hilaire", "CS 62039", "59014 Lille Cedex"]),
            Privacy = new(
                "La ville de Ronchin", "Traiter votre demande et vous répondre", "Une mission d'intérêt public (RGPD, article 6-1-e)",
                department, "Deux ans après la dernière action", "dpo@ville-ronchin.fr"),
            FollowUp = new Uri($"https://demarches.ville-ronchin.fr/suivi/{number}"),
            AnswersJson = AnswersJson.Write(state, includeHidden: false),
        };
        return AcknowledgementComposer.Compose(facts, AnswerOutline.Of(state));
    }
}
