using System.Text.Json;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Tests.Forms.Drafting;

/// <summary>A text, the form that it becomes (as <see cref="DraftText"/> writes it), and the codes of what was not understood.</summary>
public class DraftCases
{
    public static TheoryData<string, string> All => CaseFiles.In("drafting");

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_becomes_the_form_that_is_expected(string file, string name)
    {
        var (one, _) = CaseFiles.Load("drafting", file, name);
        var lines = Strings(one, "text");

        var draft = DraftReader.Read(string.Join('\n', lines));

        Assert.Equal(Strings(one, "expected"), DraftText.Of(draft));
        Assert.Equal(Strings(one, "findings"), draft.Findings.Select(f => f.Code));
        Assert.Equal(Enumerable.Range(1, lines.Count).Where(n => lines[n - 1].Trim().Length > 0), draft.Lines.Select(l => l.Number));
    }

    private static List<string> Strings(JsonElement one, string property) =>
        one.TryGetProperty(property, out var array) ? [.. array.EnumerateArray().Select(e => e.GetString()!)] : [];
}
