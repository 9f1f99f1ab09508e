using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms;

/// <summary>What agents answer beside what a citizen sent.</summary>
public class DepartmentAnswerTests
{
    private const string Sent = """{"lieu":"Musée","enfants":[{"prenom":"Zoé"},{"prenom":"Tom"}],"adultes":[]}""";

    private static readonly FormProgram Program = FormProgram.Compile(DefinitionJson.Read(File.ReadAllText(Path.Combine(CaseFiles.Folder, "forms", "for-the-department.json"))).Definition!);

    private static FormState Open(Audience audience) => Program.Open(new Circumstances(new DateOnly(2026, 11, 25)) { Audience = audience });

    private static AnswerPlace Cell(FormState state, int row, string column) =>
        new(Program.Find("enfants")!.Columns.Single(c => c.Field.Key == column), state.Rows(Program.Find("enfants")!)[row]);

    [Fact]
    public void A_citizen_neither_sees_nor_owes_nor_sends_a_private_column()
    {
        var state = Open(Audience.Citizen);
        AnswersJson.Read(state, """{"lieu":"Musée","enfants":[{"prenom":"Zoé","inscrit":true}]}""");
        Assert.False(state.IsVisible(Cell(state, 0, "inscrit")));
        Assert.Empty(AnswerValidator.Validate(state));
        Assert.Equal("""{"lieu":"Musée","enfants":[{"prenom":"Zoé"}],"adultes":[]}""", AnswersJson.Write(state, includeHidden: false));
    }

    [Fact]
    public void What_agents_add_to_a_row_is_kept_beside_it_and_comes_back_to_it()
    {
        var state = Open(Audience.Agent);
        AnswersJson.Read(state, Sent, "{}");
        state.Set(Cell(state, 1, "inscrit"), AnswerValue.Of(true));
        var kept = AnswersJson.WritePrivate(state);
        Assert.Equal("""{"enfants":[{},{"inscrit":true}]}""", kept);

        var again = Open(Audience.Agent);
        AnswersJson.Read(again, Sent, kept);
        Assert.True(again[Cell(again, 1, "inscrit")].AsBoolean);
        Assert.True(again[Cell(again, 0, "inscrit")].IsAbsent);
        Assert.Equal("Tom", again[Cell(again, 1, "prenom")].AsText);
    }

    [Theory]
    [InlineData("""{"enfants":[{"prenom":"Autre"},{},{"inscrit":true}]}""")]
    [InlineData("""{"enfants":"rien"}""")]
    [InlineData("""{"enfants":[3,null]}""")]
    public void Agents_change_nothing_of_what_the_citizen_sent(string added)
    {
        var state = Open(Audience.Agent);
        AnswersJson.Read(state, Sent, added);
        Assert.Equal(["Zoé", "Tom"], state.Rows(Program.Find("enfants")!).Select((_, i) => state[Cell(state, i, "prenom")].AsText));
        Assert.Equal("{}", AnswersJson.WritePrivate(state));
    }

    [Fact]
    public void A_wrong_answer_in_a_row_is_named_at_its_row()
    {
        var state = Open(Audience.Agent);
        AnswersJson.Read(state, Sent, """{"enfants":[{},{"inscrit":"peut-être"}]}""");
        var error = Assert.Single(AnswerValidator.ValidatePrivate(state));
        Assert.Equal("enfants[1].inscrit", error.Path);
        var drawn = Open(Audience.Agent);
        AnswersJson.Read(drawn, Sent, "{}");
        Assert.Equal(Cell(drawn, 1, "inscrit"), error.In(drawn).Place);
    }
}
