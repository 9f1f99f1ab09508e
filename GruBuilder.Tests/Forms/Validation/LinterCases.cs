using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Validation;

/// <summary>What the linter finds, and that its fixes mend it: one test per case of <c>Cases/linter</c>.</summary>
public class LinterCases
{
    public static TheoryData<string, string> All => CaseFiles.In("linter");

    [Theory]
    [MemberData(nameof(All))]
    public void A_weakness_is_found_and_a_fix_mends_it(string file, string name)
    {
        var (one, whole) = CaseFiles.Load("linter", file, name);
        var form = CaseFiles.Definition(one, whole);
        var expected = one.GetProperty("finds");
        var code = expected.GetProperty("code").GetString()!;
        var found = FormLinter.Check(form).Where(f => f.Code == code).ToList();
        if (expected.TryGetProperty("nothing", out _))
        {
            Assert.Empty(found);
            return;
        }

        Assert.NotEmpty(found);
        if (expected.TryGetProperty("says", out var says)) Assert.Contains(says.GetString()!, found[0].Message, StringComparison.Ordinal);
        if (expected.TryGetProperty("at", out var at)) Assert.Equal(at.GetString(), found[0].Path);
        Assert.Equal(expected.TryGetProperty("fixable", out _), found[0].Fix is not null);
        if (found[0].Fix is { } fix) Assert.Equal(found.Count - 1, FormLinter.Check(fix.ToEdit().Apply(form)).Count(f => f.Code == code));
    }

    [Fact]
    public void A_form_longer_than_most_is_told_so()
    {
        var form = new FormDefinition { Key = "k", Title = "T", Pages = [new Page { Key = "p", Title = "P", Fields = [.. Enumerable.Range(0, 12).Select(i => new ShortTextField { Key = $"q{i}", Label = $"Q{i}" })] }] };
        Assert.Equal("form-long", FormLinter.CheckLength(form, [5, 8, 20])?.Code);
        Assert.Null(FormLinter.CheckLength(form, [12, 15, 20]));
        Assert.Null(FormLinter.CheckLength(form, []));
    }
}
