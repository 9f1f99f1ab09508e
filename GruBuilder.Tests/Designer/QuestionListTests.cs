using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;

namespace GruBuilder.Tests.Designer;

public class QuestionListTests
{
    [Theory]
    [InlineData("Nom", typeof(ShortTextField))]
    [InlineData("1. Date de naissance", typeof(DateField))]
    [InlineData("- Adresse e-mail", typeof(EmailField))]
    [InlineData("Votre adresse", typeof(PostalAddressField))]
    [InlineData("Numéro de téléphone portable", typeof(TelephoneField))]
    [InlineData("Nombre d’enfants", typeof(NumberField))]
    [InlineData("Montant du loyer", typeof(AmountField))]
    [InlineData("Heure d’arrivée", typeof(TimeField))]
    [InlineData("Période de location", typeof(DateRangeField))]
    [InlineData("Votre IBAN", typeof(IdentifierField))]
    [InlineData("Numéro SIRET", typeof(IdentifierField))]
    [InlineData("Justificatif de domicile", typeof(FileField))]
    [InlineData("Décrivez le problème", typeof(LongTextField))]
    [InlineData("Avez-vous un chien ?", typeof(YesNoField))]
    [InlineData("Accepté : oui, non", typeof(YesNoField))]
    [InlineData("Vous êtes : Particulier, Association", typeof(SingleChoiceField))]
    [InlineData("Jours (plusieurs possibles) : lundi, mardi", typeof(MultipleChoiceField))]
    public void The_words_of_a_line_suggest_its_kind(string line, Type kind) => Assert.IsType(kind, Assert.Single(QuestionList.Read(line)));

    [Fact]
    public void Options_come_from_what_follows_the_colon_and_optional_questions_say_so()
    {
        var fields = QuestionList.Read("Vous êtes : Particulier, Association\n\nTéléphone (facultatif)");

        var choice = Assert.IsType<SingleChoiceField>(fields[0]);
        Assert.Equal(("Vous êtes", "particulier", "Association"), (choice.Label, choice.Options[0].Value, choice.Options[1].Label));
        Assert.True(choice.Required);
        Assert.Equal("Téléphone", fields[1].Label);
        Assert.False(((InputField)fields[1]).Required);
    }

    [Fact]
    public void Anything_can_be_pasted()
    {
        Assert.Empty(QuestionList.Read(" \n\t\n"));
        Assert.Equal(QuestionList.MostLines, QuestionList.Read(string.Join('\n', Enumerable.Repeat("x", 10_000))).Length);
        Assert.Single(QuestionList.Read(new string(':', 100_000)));
        Assert.Single(QuestionList.Read("\u0001<script>*"));
    }
}
