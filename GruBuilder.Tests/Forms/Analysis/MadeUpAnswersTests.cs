using GruBuilder.Forms.Analysis;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;
using GruBuilder.Tests.Web;

namespace GruBuilder.Tests.Forms.Analysis;

public class MadeUpAnswersTests
{
    [Theory]
    [InlineData("acte-naissance")]
    [InlineData("restauration-scolaire")]
    [InlineData("signaler-probleme-voirie")]
    public void The_towns_forms_accept_them(string name)
    {
        var form = DefinitionJson.Read(File.ReadAllText(Path.Combine(GruApp.RepositoryRoot, "data", "forms", $"{name}.json"))).Definition!;
        var state = FormProgram.Compile(form).Open(new DateOnly(2026, 11, 25));
        MadeUpAnswers.Fill(state);

        // Only a file cannot be made up.
        Assert.All(AnswerValidator.Validate(state), e => Assert.IsType<FileField>(e.Place.Field.Field));
        Assert.NotEqual("{}", AnswersJson.Write(state, includeHidden: false));
    }

    [Fact]
    public void What_is_answered_stays()
    {
        var form = DefinitionJson.Read("""{"key":"f","title":"F","pages":[{"key":"p","title":"P","fields":[{"kind":"shortText","key":"nom","label":"Nom"},{"kind":"shortText","key":"ville","label":"Ville"}]}]}""").Definition!;
        var state = FormProgram.Compile(form).Open(new DateOnly(2026, 11, 25));
        AnswersJson.Read(state, """{"nom":"Dupont"}""");
        MadeUpAnswers.Fill(state);

        Assert.Equal("""{"nom":"Dupont","ville":"Ronchin"}""", AnswersJson.Write(state, includeHidden: false));
    }
}
