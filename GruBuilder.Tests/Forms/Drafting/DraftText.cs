using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Drafting;

namespace GruBuilder.Tests.Forms.Drafting;

/// <summary>A draft as lines: a page starts with #, a field with its kind; those of a group stand in.</summary>
internal static class DraftText
{
    public static IEnumerable<string> Of(FormDraft draft)
    {
        if (draft.Title is { } title) yield return $"= {title}";
        foreach (var page in draft.Pages)
        {
            yield return $"# {page.Title}{If(page.VisibleIf)}";
            foreach (var field in page.Fields)
            {
                yield return Line(field);
                if (field is not RepeatedGroupField group) continue;
                foreach (var inner in group.Fields) yield return $"  {Line(inner)}";
            }
        }
    }

    private static string Line(Field field)
    {
        var required = field is InputField { Required: false } and not HiddenValueField ? " (facultatif)" : "";
        var detail = field switch
        {
            ChoiceField choice => Options(choice.Options),
            MatrixField matrix => $"{Options(matrix.Rows)} x{Options(matrix.Options)}",
            NumberField number => $"{Bounds(number.Min, number.Max)}{(number.Unit is { } unit ? $" {unit}" : "")}",
            AmountField amount => Bounds(amount.Min, amount.Max),
            RatingField rating => $" /{rating.Max}",
            RepeatedGroupField group => $" ({group.RowLabel})",
            ComputedField computed => $" = {computed.Formula}",
            YesNoField { DetailIf: { } detailIf } => detailIf ? " +oui" : " +non",
            InformationField information => $" « {information.Text} »",
            ConsentField { Text.Length: > 0 } consent => $" « {consent.Text} »",
            ShortTextField { MaxLength: { } max } => $" ..{max}",
            LongTextField { MaxLength: { } max } => $" ..{max}",
            ImageField image => $" {image.Source}",
            _ => "",
        };
        return $"{KindCatalogue.Of(field).Kind} {field.Label}{required}{detail}{If(field.VisibleIf)}{(field.Help is { } help ? $" — {help}" : "")}{(field.Private ? " @agents" : "")}".Replace("  ", " ", StringComparison.Ordinal);
    }

    private static string Options(IEnumerable<Option> options) => $" [{string.Join(" | ", options.Select(o => o.Label + (o.AsksDetail ? "…" : "") + (o.Exclusive ? "!" : "")))}]";

    private static string Bounds(decimal? min, decimal? max) => min is null && max is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {min}..{max}");

    private static string If(Condition? condition) => condition is null ? "" : $" si {Words(condition)}";

    private static string Words(Condition condition) => condition switch
    {
        Comparison comparison => $"{comparison.Field} {(comparison.Is == Comparator.Contains ? "contient" : "=")} {comparison.Value.AsText ?? (comparison.Value.AsBoolean == true ? "oui" : "non")}",
        JoinedCondition joined => string.Join(joined.Join == Junction.Any ? " ou " : " et ", joined.Parts.Select(Words)),
        _ => condition.ToString(),
    };
}
