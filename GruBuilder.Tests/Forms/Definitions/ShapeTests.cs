using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Tests.Forms.Definitions;

/// <summary>Every shape of the JSON that was ever published is read, for ever.</summary>
public class ShapeTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(CaseFiles.Folder, "Shapes"), "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(CaseFiles.Folder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_published_shape_is_read_and_brought_up_to_date(string file)
    {
        var reading = DefinitionJson.Read(File.ReadAllBytes(Path.Combine(CaseFiles.Folder, file)));
        Assert.Empty(reading.Problems);
        var written = DefinitionJson.Write(reading.Definition!);
        Assert.Contains($"\"shape\": {FormDefinition.CurrentShape}", written, StringComparison.Ordinal);
        Assert.Equal(written, DefinitionJson.Write(DefinitionJson.Read(written).Definition!));
        Assert.DoesNotContain(FormProgram.Compile(reading.Definition!).Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void A_title_s_condition_of_the_first_shape_still_reaches_the_title_alone()
    {
        var form = DefinitionJson.Read(File.ReadAllBytes(Path.Combine(CaseFiles.Folder, "Shapes", "1", "titre-conditionnel.json"))).Definition!;
        var state = FormProgram.Compile(form).Open(new DateOnly(2026, 11, 25));
        Assert.False(state.IsVisible(new AnswerPlace(state.Program.Find("titre")!)));
        Assert.True(state.IsVisible(new AnswerPlace(state.Program.Find("espece")!)));
    }
}
