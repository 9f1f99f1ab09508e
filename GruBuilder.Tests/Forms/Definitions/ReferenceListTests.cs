using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Definitions;

public class ReferenceListTests
{
    private const string Json = """{"key":"essai","title":"Essai","pages":[{"key":"p","title":"Page","fields":[{"kind":"singleChoice","key":"ecole","label":"École","purpose":"Inscrire","list":"ecoles"},{"kind":"repeatedGroup","key":"enfants","label":"Enfants","fields":[{"kind":"multipleChoice","key":"jours","label":"Jours","purpose":"Inscrire","list":"jours"}]}]}]}""";

    private static readonly Lists Known = new(new ReferenceList("ecoles", [new Option("jf", "Jules-Ferry"), new Option("sv", "Salengro")]), new ReferenceList("jours", [new Option("lu", "Lundi"), new Option("ma", "Mardi")]));

    private static FormDefinition Form => DefinitionJson.Read(Json).Definition!;

    [Fact]
    public void Fields_take_the_options_of_their_list_in_groups_too()
    {
        var filled = ReferenceLists.Fill(Form, Known);
        Assert.Equal(["jf", "sv"], ((ChoiceField)filled.FindField("ecole")!).Options.Select(o => o.Value));
        Assert.Equal(["lu", "ma"], ((ChoiceField)filled.FindField("jours")!).Options.Select(o => o.Value));
    }

    [Fact]
    public void What_a_list_gives_is_never_written_into_the_form() =>
        Assert.Equal(DefinitionJson.Write(Form), DefinitionJson.Write(ReferenceLists.Fill(Form, Known)));

    [Fact]
    public void A_form_without_lists_comes_back_as_it_is()
    {
        var form = FormDefinition.Empty with { Pages = [new Page { Key = "p", Title = "P", Fields = [new YesNoField { Key = "a", Label = "A" }] }] };
        Assert.Same(form, ReferenceLists.Fill(form, Known));
    }

    [Fact]
    public void A_list_that_is_not_there_is_found_and_breaks_nothing()
    {
        var finding = Assert.Single(FormLinter.Check(Form, new Lists()), f => f.Code == "list-unknown" && f.FieldKey == "ecole");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.DoesNotContain(FormLinter.Check(Form, Known), f => f.Severity == Severity.Error);
        var state = FormProgram.Compile(ReferenceLists.Fill(Form, new Lists())).Open(new DateOnly(2026, 11, 25));
        state.Set("ecole", GruBuilder.Forms.Answers.AnswerValue.Of("jf"));
        Assert.Equal("ecole", Assert.Single(AnswerValidator.Validate(state)).Path);
    }

    private sealed class Lists(params ReferenceList[] lists) : IReferenceLists
    {
        public IReadOnlyCollection<string> Names => [.. lists.Select(l => l.Name)];

        public ReferenceList? Find(string name) => Array.Find(lists, l => l.Name == name);
    }
}
