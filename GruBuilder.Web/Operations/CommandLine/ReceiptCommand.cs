using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;

namespace GruBuilder.Web.Operations.CommandLine;

/// <summary><c>receipt DEFINITION ANSWERS --out FILE.pdf</c>: the receipt that these answers would get.</summary>
internal static class ReceiptCommand
{
    public static Command Build()
    {
        var definition = new Argument<string>("DEFINITION") { Description = "A form definition." };
        var answers = new Argument<string>("ANSWERS") { Description = "Answers, as a JSON object." };
        var output = new Option<string>("--out") { Required = true, Description = "The PDF to write." };
        var number = new Option<string?>("--number") { Description = "The request's number; a new one when left out." };
        var at = new Option<string?>("--at") { Description = "When the request was received, as 2026-11-25T14:30:00+01:00; now when left out." };
        var applicant = new Option<string?>("--applicant") { Description = "Name of who asks." };
        var command = new Command("receipt", "Writes the receipt of answers as a PDF. The town and the procedure's legal regime come from the data directory, the procedure being the one whose slug is the definition's key.")
        {
            definition, answers, output, number, at, applicant,
        };
        command.SetAction(parsed =>
        {
            var town = new Town();
            var received = Received(parsed.GetValue(at), town.Clock);
            var state = Input.Open(parsed.GetRequiredValue(definition), parsed.GetRequiredValue(answers), DateOnly.FromDateTime(received.DateTime));
            var facts = town.FactsOf(state.Program.Definition) with
            {
                RequestNumber = parsed.GetValue(number) ?? RequestNumber.New(DateOnly.FromDateTime(received.DateTime)).Format(),
                ApplicantName = parsed.GetValue(applicant),
                SubmittedAt = received,
                AnswersJson = AnswersJson.Write(state, includeHidden: false),
            };
            using var pdf = new MemoryStream();
            new PdfReceiptWriter().Write(AcknowledgementComposer.Compose(facts, AnswerOutline.Of(state)), pdf);
            File.WriteAllBytes(Input.PathOf(parsed.GetRequiredValue(output)), pdf.ToArray());
            Console.Out.WriteLine(JsonSerializer.Serialize(new { file = parsed.GetRequiredValue(output), number = facts.RequestNumber, bytes = pdf.Length }));
            return 0;
        });
        return command;
    }

    private static DateTimeOffset Received(string? given, TownClock clock)
    {
        if (given is null) return clock.Local(clock.UtcNow);
        return DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? clock.Local(moment)
            : throw new BadInputException($"{given}: write a moment as 2026-11-25T14:30:00+01:00.");
    }

    /// <summary>The town and its procedures, read from the data directory without a database.</summary>
    private sealed class Town
    {
        private readonly MunicipalityProfile _town;
        private readonly DataDirectory _directory;

        public Town()
        {
            var builder = WebApplication.CreateBuilder();
            _directory = DataDirectory.From(builder.Configuration, builder.Environment);
            _town = MunicipalityProfile.Load(_directory);
            Clock = new TownClock(TimeProvider.System, _town);
        }

        public TownClock Clock { get; }

        public ReceiptFacts FactsOf(FormDefinition definition)
        {
            var known = ProcedureProfile.LoadAll(_directory).FirstOrDefault(p => string.Equals(p.Slug, definition.Key, StringComparison.Ordinal));
            var department = _town.Departments.FirstOrDefault(d => string.Equals(d.Key, known?.Department, StringComparison.Ordinal));
            return new ReceiptFacts
            {
                Town = new TownFacts($"Ville de {_town.Name}", Lines(_town.PostalAddress), _town.Website, _town.Identity.Primary),
                Department = department is null
                    ? new DepartmentFacts($"Mairie de {_town.Name}", _town.Email, _town.Telephone, Lines(_town.PostalAddress))
                    : new DepartmentFacts(department.Name, department.Email, department.Telephone, Lines(department.PostalAddress)),
                ProcedureTitle = known?.Title ?? definition.Title,
                FormVersion = 1,
                FormSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DefinitionJson.Write(definition)))),
                RequestNumber = "",
                SubmittedAt = default,
                Regime = known?.Regime ?? SilenceRegime.Acceptance,
                Period = known is null ? LegalPeriod.Default : new LegalPeriod(known.PeriodCount, known.PeriodUnit),
                Appeal = new AppealFacts(null, _town.Appeal.Court, Lines(_town.Appeal.CourtAddress)),
                Privacy = known is null ? null : new PrivacyFacts(_town.PersonalData.Controller, known.Purpose, known.LegalBasis, known.Recipients, known.Retention, _town.PersonalData.OfficerEmail),
            };
        }

        private static string[] Lines(string address) => address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
