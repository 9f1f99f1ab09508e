using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;

namespace GruBuilder.Tests.Designer;

/// <summary>Tables pasted from a spreadsheet.</summary>
public class TablePasteTests
{
    private static readonly DecisionTable Empty = new() { Key = "tarif", Label = "Tarif", Inputs = [new TableInput("Quotient", TableInputKind.Number), new TableInput("Enfants", TableInputKind.WholeNumber)] };

    [Fact]
    public void A_list_brings_its_headings_and_its_results_last()
    {
        var table = TablePaste.Read("Quotient\tZone\tPrix\n0..499,99\tnord\t2,50 €\n>= 500\tsud\t4", Empty)!;
        Assert.Equal([new TableInput("Quotient", TableInputKind.Number), new TableInput("Zone", TableInputKind.Text)], table.Inputs.AsEnumerable());
        Assert.Equal([AnswerValue.Of(2.5m), AnswerValue.Of(4m)], table.Rows.Select(r => r.Result));
        Assert.Equal(["0..499,99", "nord"], table.Rows[0].Cells.AsEnumerable());
        Assert.Equal(("tarif", "Tarif"), (table.Key, table.Label));
    }

    [Fact]
    public void A_list_without_headings_keeps_those_of_the_table()
    {
        var table = TablePaste.Read("0..500;1;2\n> 500;2;3\n", Empty)!;
        Assert.Equal(["Quotient", "Enfants"], table.Inputs.Select(i => i.Label));
        Assert.Equal(2, table.Rows.Length);
    }

    [Fact]
    public void A_grid_becomes_a_row_for_each_of_its_results()
    {
        var table = TablePaste.Read("\t1\t2\n< 500\t2\t1,5\n>= 500\t4\t3", Empty)!;
        Assert.Equal(4, table.Rows.Length);
        Assert.Equal(["< 500", "2"], table.Rows[1].Cells.AsEnumerable());
        Assert.Equal(AnswerValue.Of(1.5m), table.Rows[1].Result);
        Assert.Equal(["Quotient", "Enfants"], table.Inputs.Select(i => i.Label));
    }

    [Theory]
    [InlineData("")]
    [InlineData("seul")]
    [InlineData("a\tb\nc")]
    [InlineData("1\t2\t3\t4\t5\t6\t7\t8\t9\t10")]
    public void What_is_no_table_is_refused(string text) => Assert.Null(TablePaste.Read(text, Empty));
}
