using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Explanations;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Tests.Forms.Explanations;

/// <summary>Why a question is as it is, in French: one test per case of <c>Cases/explanations</c>.</summary>
public class ExplanationCases
{
    public static TheoryData<string, string> All => CaseFiles.In("explanations");

    [Theory]
    [MemberData(nameof(All))]
    public void A_question_says_why_it_is_as_it_is(string file, string name)
    {
        var (one, whole) = CaseFiles.Load("explanations", file, name);
        var program = FormProgram.Compile(CaseFiles.Definition(one, whole));
        var state = program.Open(new DateOnly(2026, 11, 25));
        AnswersJson.Read(state, one.GetProperty("answers").GetRawText());
        var place = new AnswerPlace(program.Find(one.GetProperty("explain").GetString()!)!);
        Assert.Equal(one.GetProperty("expect").EnumerateArray().Select(e => e.GetString()), Explain.Everything(state, place).Select(e => e.ToString()));
    }
}
