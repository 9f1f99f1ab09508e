using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <content>Rows: repeated groups, and tables whose rows are given.</content>
internal sealed partial class FormioReader
{
    private void ReadRows(SourceElement source, string type, ImmutableArray<string> names, DraftField? outer, DraftSection? section)
    {
        _width = FieldWidth.Full;
        var key = source.Text("key") ?? "";
        var label = Words(source, "label") ?? key;
        var inside = names.AddRange(Segments(key));
        var validate = source.Object("validate");
        var min = FieldParts.Clamped(validate?.Number("minLength"), 0, Logic.FormState.MostRows) ?? 0;
        var isRequired = validate?.Flag("required") == true;
        var rows = new RepeatedGroupField
        {
            Key = key, Label = label, Help = Help(source), Layout = type == "datagrid" ? GroupLayout.Table : GroupLayout.Cards, MinRows = isRequired ? Math.Max(1, min) : min,
            MaxRows = FieldParts.Clamped(validate?.Number("maxLength"), 1, Logic.FormState.MostRows) ?? Logic.FormState.MostRows,
        };
        validate?.Done(Technical);
        rows = KindParts.Named(rows, Words(source, "addAnother"));
        source.Any("defaultValue");
        if (outer is not null)
        {
            builder.Lost("group-flattened", $"« {JsonReading.Short(label)} » est une série dans une série : ses questions ne sont posées qu'une fois par ligne de « {outer.Field.Label} ».", source.Path);
            ReadInside(source, inside, outer, section);
            Leave(source);
            return;
        }

        var draft = builder.Add(new DraftField(rows, source.Path, inside), null, section);
        draft.Rules.AddRange(Visibility(source));
        ReadInside(source, inside, draft, section);
        if (draft.Inner.Count == 0) builder.Empty(draft);
        Leave(source);
    }

    private void ReadSurvey(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var key = source.Text("key") ?? "";
        var label = Words(source, "label") ?? key;
        var lines = OptionList(source, "questions");
        var options = OptionList(source, "values");
        if (KindParts.Matrix(key, label, lines, options, several: false) is { } table)
        {
            Place(source, "survey", label, table, names, group, section);
            return;
        }

        var inside = new DraftSection(section);
        inside.Rules.AddRange(Visibility(source));
        builder.Add(new DraftField(new SectionTitleField { Key = "", Label = label, Help = Help(source) }, source.Path, []), group, inside);
        builder.Lost("kind-changed", FieldParts.Nearest(label, "survey", "une question pour chaque ligne"), source.Path);
        var required = source.Object("validate")?.Flag("required") == true;
        foreach (var line in lines)
        {
            var field = new SingleChoiceField { Key = line.Value, Label = line.Label.Length > 0 ? line.Label : line.Value, Required = required, Options = options, Help = line.Help };
            builder.Add(new DraftField(field, source.Path, names.AddRange(Segments(key)).Add(line.Value)), group, inside);
        }

        Leave(source);
    }
}
