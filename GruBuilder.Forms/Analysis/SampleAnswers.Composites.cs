using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Analysis;

/// <content>Answers in parts.</content>
internal sealed partial class SampleAnswers
{
    public AnswerValue Visit(IdentityField field) => Parts(field.Asked.Where(p => !IdentityField.IsOptional(p)).Select(part => new AnswerPart(IdentityField.NameOf(part), part switch
    {
        IdentityPart.GivenNames => AnswerValue.Of("Camille"),
        IdentityPart.BirthName => AnswerValue.Of("Martin"),
        IdentityPart.BirthDate => AnswerValue.Of(today.AddYears(-30)),
        IdentityPart.BirthPlace => AnswerValue.Of("Lille"),
        IdentityPart.BirthCountry => AnswerValue.Of("France"),
        _ => AnswerValue.Of("Française"),
    })));

    public AnswerValue Visit(CommuneField field) => Parts(
        new(CommuneField.PostalCode, AnswerValue.Of("59790")), new(CommuneField.City, AnswerValue.Of("Ronchin")), new(CommuneField.InseeCode, AnswerValue.Of("59507")));

    // Words alone lie within any bounds.
    public AnswerValue Visit(MapPlaceField field) => Parts(new AnswerPart(MapPlaceField.Place, AnswerValue.Of("Devant la mairie")));

    public AnswerValue Visit(SignatureField field) => Parts(new(SignatureField.SignerName, AnswerValue.Of("Camille Martin")), new(SignatureField.Agreed, AnswerValue.Of(true)));

    public AnswerValue Visit(MatrixField field) => field.Options.IsEmpty ? default : Parts(field.Rows.Select(row => new AnswerPart(row.Value, field.Several ? AnswerValue.Of([field.Options[0].Value]) : AnswerValue.Of(field.Options[0].Value))));

    private static AnswerValue Parts(params IEnumerable<AnswerPart> parts) => AnswerValue.Of(AnswerParts.Of(parts));
}
