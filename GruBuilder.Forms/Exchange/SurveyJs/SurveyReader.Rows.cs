using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <content>Rows: repeated groups, and tables whose rows are given.</content>
internal sealed partial class SurveyReader
{
    private void ReadRows(SourceElement source, string kind, ImmutableArray<string> names, DraftField? outer, DraftSection? section)
    {
        var name = source.Text("name") ?? "";
        var (title, english) = Words(source, "title");
        var label = title ?? name;
        var inside = names.Add(source.Text("valueName") ?? name);
        if (outer is not null)
        {
            builder.Lost("group-flattened", $"« {JsonReading.Short(label)} » est une série dans une série : ses questions ne sont posées qu'une fois par ligne de « {outer.Field.Label} ».", source.Path);
            ReadCells(source, kind, inside, outer, section);
            source.Done(Technical);
            return;
        }

        var isPanel = kind == "paneldynamic";
        var (low, high, start, button) = isPanel ? ("minPanelCount", "maxPanelCount", "panelCount", "panelAddText") : ("minRowCount", "maxRowCount", "rowCount", "addRowText");
        var (add, remove) = isPanel ? ("allowAddPanel", "allowRemovePanel") : ("allowAddRows", "allowRemoveRows");
        var (isKept, isClosed) = (source.FlagOrNull(remove) == false, source.FlagOrNull(add) == false);
        var count = source.Number(start);
        var fixedRows = isKept && isClosed ? FieldParts.Clamped(count, 1, Logic.FormState.MostRows) : null;
        if (isClosed && fixedRows is null) builder.NotCarried(source.PathOf(add), add, source.Any(add)!.Value);
        if (isKept && fixedRows is null) builder.NotCarried(source.PathOf(remove), remove, source.Any(remove)!.Value);
        if (count > 0 && fixedRows is null) builder.Report(Severity.Advice, "rows-at-start", $"« {JsonReading.Short(label)} » s'ouvre sur {count} lignes dans le fichier ; ici l'usager les ajoute. Indiquez un minimum s'il en faut.", source.PathOf(start));
        var isRequired = source.Flag("isRequired");
        var min = FieldParts.Clamped(source.Number(low), 0, Logic.FormState.MostRows) ?? 0;
        var rows = new RepeatedGroupField
        {
            Key = name, Label = label, Layout = isPanel ? GroupLayout.Cards : GroupLayout.Table,
            MinRows = fixedRows ?? (isRequired ? Math.Max(1, min) : min),
            MaxRows = fixedRows ?? FieldParts.Clamped(source.Number(high), 1, Logic.FormState.MostRows) ?? Logic.FormState.MostRows,
        };
        var draft = Add(KindParts.Named(rows, Languages(source, button).Text), inside);
        ReadCells(source, kind, inside, draft, section);
        if (source.Text("keyName") is { } unique)
        {
            if (draft.Inner.Find(f => f.Names is [.., var last] && last == unique) is { Field: InputField input } keyed) keyed.Field = input with { UniqueInRows = true };
            else builder.NotCarried(source.PathOf("keyName"), "keyName", source.Any("keyName")!.Value);
        }

        if (draft.Inner.Count == 0) builder.Empty(draft);
        Words(source, "templateTitle");
        source.Done(Technical);

        DraftField Add(RepeatedGroupField field, ImmutableArray<string> path)
        {
            var (help, englishHelp) = Words(source, "description");
            var made = builder.Add(new DraftField(field with { Help = help, English = Texts(english, englishHelp) }, source.Path, path), null, section);
            AddRules(source, made);
            return made;
        }
    }

    private void ReadCells(SourceElement source, string kind, ImmutableArray<string> names, DraftField group, DraftSection? section)
    {
        if (kind == "paneldynamic") ReadElements(source, names, group, section, "templateElements");
        else ReadColumns(source, names, group, section, source.Has("choices") ? source : null);
        source.Any("choices");
    }

    private void ReadColumns(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? section, SourceElement? choices, string? row = null)
    {
        foreach (var column in source.List("columns"))
        {
            var kind = column.Text("cellType") ?? source.Text("cellType") ?? "dropdown";
            if (kind == "default") kind = "dropdown";
            var name = column.Text("name") ?? "";
            var (title, english) = Words(column, "title");
            var label = row is null ? title ?? name : $"{row} : {title ?? name}";
            var field = Kind(kind, column, name, label);
            if (field is ChoiceField { Options.IsEmpty: true } choice && choices is not null) field = choice with { Options = OptionList(choices, "choices") };
            if (field is null)
            {
                Add(column, FieldParts.Placeholder(name, label, kind), [], null, group, section, () => column.Missing(label, kind, Technical));
                continue;
            }

            if (column.Flag("isUnique") && field is InputField input) field = input with { UniqueInRows = true };
            Add(column, field, names.Add(name), row is null ? english : null, group, section);
        }
    }

    // A fixed table becomes one question for each row, or for each cell.
    private void ReadTable(SourceElement source, string kind, ImmutableArray<string> names, DraftField? group, DraftSection? outer)
    {
        var name = source.Text("name") ?? "";
        var (title, english) = Words(source, "title");
        var (help, englishHelp) = Words(source, "description");
        var section = new DraftSection(outer);
        if (source.Text("visibleIf") is { } visible && Rule(RuleKind.Visible, visible, source.PathOf("visibleIf")) is { } rule) section.Rules.Add(rule);
        builder.Add(new DraftField(new SectionTitleField { Key = "", Label = title ?? name, Help = help, English = Texts(english, englishHelp) }, source.Path, []), group, section);
        builder.Lost("kind-changed", FieldParts.Nearest(title ?? name, kind, "une question pour chaque ligne"), source.Path);
        var inside = names.Add(source.Text("valueName") ?? name);
        var isRequired = source.Flag("isRequired") | source.Flag("isAllRowRequired") | source.Flag("eachRowRequired");
        if (kind == "multipletext")
        {
            foreach (var item in source.List("items"))
            {
                var key = item.Text("name") ?? "";
                var (label, englishLabel) = Words(item, "title");
                Add(item, TextKind(item, key, label ?? key), inside.Add(key), englishLabel, group, section);
            }
        }
        else
        {
            var options = kind == "matrix" ? OptionList(source, "columns") : [];
            foreach (var (row, shown) in Rows(source))
            {
                var inRow = new DraftSection(section);
                if (shown is not null) inRow.Rules.Add(shown);
                var field = new SingleChoiceField { Key = row.Value, Label = row.Label, English = Texts(row.English, null), Required = isRequired, Options = options };
                if (kind == "matrix") builder.Add(new DraftField(field, source.Path, inside.Add(row.Value)), group, inRow);
                else ReadColumns(source, inside.Add(row.Value), group, inRow, source.Has("choices") ? source : null, row.Label);
            }
        }

        source.Any("choices");
        source.Done(Technical);
    }

    private List<(Option Row, DraftRule? Rule)> Rows(SourceElement source)
    {
        var rules = source.Items("rows").Select(r => r.IsObject && r.Text("visibleIf") is { } text ? Rule(RuleKind.Visible, text, r.PathOf("visibleIf")) : null).ToList();
        return [.. OptionList(source, "rows").Select((o, i) => (o with { Label = o.Label.Length > 0 ? o.Label : o.Value }, rules[i])).Where(r => r.Item1.Value.Length > 0).Take(200)];
    }

    /// <summary>One choice for each row stands in one table, unless rows come and go or there are too many.</summary>
    private bool ReadMatrix(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var hasRules = source.Items("rows").Concat(source.Items("columns")).Any(o => o.Has("visibleIf") || o.Has("enableIf"));
        if (hasRules || source.Items("rows").Skip(MatrixField.MostRows).Any() || source.Items("columns").Skip(MatrixField.MostOptions).Any()) return false;
        var name = source.Text("name") ?? "";
        var (title, english) = Words(source, "title");
        var field = KindParts.Matrix(name, title ?? name, OptionList(source, "rows"), OptionList(source, "columns"), source.Text("cellType") == "checkbox");
        if (field is null) return false;
        var isEach = source.Flag("isAllRowRequired") | source.Flag("eachRowRequired");
        if (source.Flag("isRequired") && !isEach && field is MatrixField) builder.Report(Severity.Advice, "required-rows", $"« {JsonReading.Short(title ?? name)} » : une seule ligne suffit dans le fichier ; ici chacune attend une réponse. Rendez la question facultative sinon.", source.PathOf("isRequired"));
        Widen(Add(source, isEach && field is MatrixField matrix ? matrix with { Required = true } : field, names.Add(source.Text("valueName") ?? name), english, group, section));
        return true;
    }
}
