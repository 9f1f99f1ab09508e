using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation.Sentences;

/// <content>Contact, files, signatures, and answers in parts.</content>
internal sealed partial class EnglishSentence
{
    public override string YesOrNo(string label) => $"Answer yes or no to “{label}”.";

    public override string ChooseOne(string label) => $"Choose one of the answers to “{label}”.";

    public override string ChooseAmong(string label) => $"Choose from the answers to “{label}”.";

    public override string KeepAlone(string label, string alone) => $"“{label}”: keep “{alone}” on its own, or remove it.";

    public override string TooFewChoices(string label, int min) => $"“{label}”: choose at least {min} answers.";

    public override string TooManyChoices(string label, int max) => $"“{label}”: choose {max} {(max > 1 ? "answers" : "answer")} at most.";

    public override string RankAll(string label) => $"“{label}”: put all the answers in order.";

    public override string NoDetail(string label, string asked) => $"“{label}”: give details about “{asked}”.";

    public override string DetailTooLong(string label, int most, string asked) => $"“{label}”: write {most} characters or fewer about “{asked}”.";

    public override string TickOrLeave(string label) => $"“{label}”: tick the box, or leave it empty.";

    public override string EmailTwice(string label) => $"“{label}”: write the same email address twice.";

    public override string NoEmail(string label) => $"“{label}”: enter a full email address, for example name@example.com.";

    public override string TelephoneTwice(string label) => $"“{label}”: write the same telephone number twice.";

    public override string NoTelephone(string label) => $"“{label}”: enter a 10-digit number, for example 06 12 34 56 78, or one that starts with + for another country.";

    public override string NoAddress(string label) => $"Enter an address for “{label}”.";

    public override string ShortenAddress(string label) => $"“{label}”: shorten the address.";

    public override string NoStreet(string label) => $"“{label}”: enter the number and the street.";

    public override string NoPostalCode(string label) => $"“{label}”: enter a 5-digit postcode, for example 59790.";

    public override string NoTown(string label) => $"“{label}”: enter the town.";

    public override string NoTownName(string label) => $"“{label}”: enter the name of the town.";

    public override string ChooseTownAgain(string label) => $"“{label}”: choose the town again.";

    public override string NoCommune(string label) => $"“{label}”: enter a postcode and a town.";

    public override string NoPlace(string label) => $"“{label}”: enter a place.";

    public override string MarkAgain(string label) => $"“{label}”: put the marker on the map again.";

    public override string OutsideTown(string label) => $"“{label}”: this place is outside the town. Move the marker, or enter another address.";

    public override string WrongIdentifier(string label, IdentifierRule rule) => $"“{label}”: enter {Asked(rule.Scheme)}, for example {rule.Example}. Check each character.";

    public override string NoFile(string label) => $"Add a file to “{label}”.";

    public override string TooManyFiles(string label, int most, int count) => $"“{label}”: {most} {(most > 1 ? "files" : "file")} at most. Remove {count - most}.";

    public override string FileTooHeavy(string name, long size, int most) => $"“{name}” is too big ({Notation.Size(size)}). Choose a file of {most}\u00a0MB or less.";

    public override string FileEmpty(string name) => $"“{name}” is empty. Choose another file.";

    public override string FileUnfit(string name, FileField field) => $"“{name}” cannot be used. Choose {Files(field)}.";

    public override string Sign(string label) => $"Sign at “{label}”.";

    public override string ShortenName(string label) => $"“{label}”: shorten the name.";

    public override string SignAgain(string label) => $"“{label}”: clear the drawing and sign again.";

    public override string WriteName(string label) => $"“{label}”: write your name.";

    public override string TickSigned(string label) => $"“{label}”: tick “I sign”.";

    public override string ChooseInEachRow(string label) => $"Choose an answer in each row of “{label}”.";

    public override string ChooseInRow(string row) => $"Choose an answer to “{row}”.";

    public override string NoName(string label) => $"“{label}”: enter a name.";

    public override string NoCivility() => "Choose a title from the list.";

    public override string NoPart(IdentityField field, IdentityPart part) => $"Enter {Named(field, part)}{(part == IdentityPart.BirthDate ? ", for example 14/07/1986" : "")}.";

    public override string NoPartText(IdentityField field, IdentityPart part) => $"Enter {Named(field, part)}.";

    public override string NoBirthDate(IdentityField field) => $"Enter {Named(field, IdentityPart.BirthDate)}: a real date, for example 14/07/1986.";

    public override string BornLater(IdentityField field) => $"Enter {Named(field, IdentityPart.BirthDate)}: a date in the past, or today’s date.";

    public override string BornTooEarly(IdentityField field) => $"Enter {Named(field, IdentityPart.BirthDate)}: check the year.";

    public override string ShortenPart(IdentityField field, IdentityPart part) => $"Shorten {Named(field, part)}: {IdentityField.LongestPart} characters or fewer, on one line.";

    public override string LettersOnly(IdentityField field, IdentityPart part) => $"Write {Named(field, part)} with letters.";

    public override string Files(FileField field)
    {
        var names = FileRules.FamiliesOf(field).Select(f => f switch
        {
            FileFamily.Image => "a photo (JPEG, PNG, WebP, HEIC)",
            FileFamily.Pdf => "a PDF",
            _ => "a document (ODT, ODS, DOCX, XLSX)",
        }).ToList();
        var list = names.Count == 1 ? names[0] : string.Join(", ", names[..^1]) + " or " + names[^1];
        return $"{list}, {field.MaxMegabytes}\u00a0MB or less";
    }

    private static string Asked(IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.Iban => "a full IBAN",
        IdentifierScheme.Siret => "a 14-digit SIRET number",
        IdentifierScheme.Siren => "a 9-digit SIREN number",
        IdentifierScheme.Rna => "an association number, W and 9 digits",
        IdentifierScheme.LicencePlate => "a number plate",
        _ => "a 5-digit postcode",
    };

    // The question tells whose identity it is: “the name at birth” alone would not.
    private static string Named(IdentityField field, IdentityPart part)
    {
        var what = part switch
        {
            IdentityPart.Civility => "the title",
            IdentityPart.GivenNames => "the first names",
            IdentityPart.BirthName => "the name at birth",
            IdentityPart.UsageName => "the name in use",
            IdentityPart.BirthDate => "the date of birth",
            IdentityPart.BirthPlace => "the town of birth",
            IdentityPart.BirthCountry => "the country of birth",
            _ => "the nationality",
        };
        return $"{what} for “{field.Label}”";
    }
}
