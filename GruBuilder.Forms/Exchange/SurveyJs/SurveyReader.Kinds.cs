using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>The table of kinds.</content>
internal sealed partial class SurveyReader
{
    private Field? Kind(string kind, SourceElement source, string key, string label)
    {
        switch (kind)
        {
            case "text": return TextKind(source, key, label);
            case "comment": return new LongTextField { Key = key, Label = label, MaxLength = Positive(source.Number("maxLength")), Rows = FieldParts.Clamped(source.Number("rows"), 1, 40) ?? 4 };
            case "radiogroup" or "dropdown" or "buttongroup": return new SingleChoiceField { Key = key, Label = label, Options = Options(source, label) };
            case "imagepicker" when !source.Flag("multiSelect"): return Changed(source, label, kind, "un choix sans images", new SingleChoiceField { Key = key, Label = label, Options = Options(source, label) });
            case "imagepicker": return Changed(source, label, kind, "un choix sans images", new MultipleChoiceField { Key = key, Label = label, Options = Options(source, label) });
            case "ranking": return Changed(source, label, kind, "un choix multiple, sans ordre", new MultipleChoiceField { Key = key, Label = label, Options = Options(source, label) });
            case "checkbox" or "tagbox":
                return new MultipleChoiceField { Key = key, Label = label, Options = Options(source, label), MinChoices = source.Whole("minSelectedChoices", 0, 10_000) is > 0 and var min ? min : null, MaxChoices = Positive(source.Number("maxSelectedChoices")) };
            case "yesno": return Changed(source, label, kind, "une question oui ou non", new YesNoField { Key = key, Label = label });
            case "boolean": return new YesNoField { Key = key, Label = label };
            case "rating": return Rating(source, key, label);
            case "slider": return Changed(source, label, kind, "un nombre", new NumberField { Key = key, Label = label, Min = source.Number("min"), Max = source.Number("max"), Decimals = 10 });
            case "file":
                var file = new FileField { Key = key, Label = label, MaxFiles = source.Flag("allowMultiple") ? 10 : 1 };
                if (source.Text("acceptedTypes") is { } types) file = file with { Families = builder.Families(types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), source.PathOf("acceptedTypes")) };
                if (source.Number("maxSize") is > 0 and var size) file = file with { MaxMegabytes = (int)Math.Clamp(Math.Ceiling(size / 1_000_000), 1, 200) };
                return file;
            case "expression":
                return new ComputedField { Key = key, Label = label, Formula = "", Format = source.Text("currency") == "EUR" ? ComputedFormat.Euros : ComputedFormat.Plain };
            case "html":
                var (text, english) = Words(source, "html", markdown: true);
                return new InformationField { Key = key, Label = "", Text = text ?? "", English = english is null ? null : new FieldTexts { Text = english } };
            default: return null;
        }
    }

    private Field Changed(SourceElement source, string label, string kind, string nearest, Field field)
    {
        builder.Lost("kind-changed", FieldParts.Nearest(label, kind, nearest), source.Path);
        return field;
    }

    private static int? Positive(decimal? number) => FieldParts.Clamped(number, 1, 1_000_000);

    private Field TextKind(SourceElement source, string key, string label)
    {
        var type = source.Text("inputType") ?? "text";
        switch (type)
        {
            case "number":
                if (source.Number("step") is > 1) builder.NotCarried(source.PathOf("step"), "step", source.Any("step")!.Value);
                return new NumberField { Key = key, Label = label, Min = source.Number("min"), Max = source.Number("max"), Decimals = source.Number("step") is { } step && step == decimal.Truncate(step) ? 0 : 10 };
            case "range": return Changed(source, label, type, "un nombre", new NumberField { Key = key, Label = label, Min = source.Number("min"), Max = source.Number("max"), Decimals = 10 });
            case "date": return new DateField { Key = key, Label = label, Min = Bound(source, "min"), Max = Bound(source, "max"), Presentation = DatePresentation.Calendar };
            case "email": return new EmailField { Key = key, Label = label };
            case "tel": return new TelephoneField { Key = key, Label = label };
        }

        var text = new ShortTextField { Key = key, Label = label, MaxLength = Positive(source.Number("maxLength")) };
        return type is "text" or "url" ? text : Changed(source, label, type, "un texte court", text);
    }

    private DateBound? Bound(SourceElement source, string property)
    {
        var expression = source.Text(property + "ValueExpression");
        var text = expression ?? source.Text(property);
        if (text is null) return null;
        if (expression?.Trim() is "today()" or "currentDate()") return DateBound.FromToday();
        if (expression is null && DateBound.TryParse(Values.DayOf(text), out var bound)) return bound;
        builder.Lost("bounds-dropped", $"La limite « {JsonReading.Short(text)} » n'est pas reprise : indiquez une date.", source.PathOf(expression is null ? property : property + "ValueExpression"));
        return null;
    }

    private Field Rating(SourceElement source, string key, string label)
    {
        var from = Words(source, "minRateDescription").Text;
        var to = Words(source, "maxRateDescription").Text;
        if (from is not null || to is not null) builder.Lost("text-cut", $"« {JsonReading.Short(label)} » : les légendes des deux bouts (« {from} », « {to} ») ne sont pas reprises. Écrivez-les dans l'aide.", source.Path);
        if (source.Has("rateValues"))
        {
            return Changed(source, label, "rating", "un choix", new SingleChoiceField { Key = key, Label = label, Options = OptionList(source, "rateValues") });
        }

        var number = new NumberField { Key = key, Label = label, Min = source.Number("rateMin") ?? 1, Max = source.Number("rateMax") ?? source.Number("rateCount") ?? 5 };
        source.Number("rateCount");
        source.Number("rateStep");
        return Changed(source, label, "rating", "un nombre", number);
    }

    private ImmutableArray<Option> Options(SourceElement source, string label)
    {
        if (source.Object("choicesByUrl") is { } remote) builder.Lost("options-not-carried", $"« {JsonReading.Short(label)} » : les réponses viennent d'une adresse ({JsonReading.Short(remote.Text("url") ?? "")}). Ajoutez-les à la main ou choisissez une liste de référence.", remote.Path);
        if (source.Text("choicesFromQuestion") is { } other) builder.Lost("options-not-carried", $"« {JsonReading.Short(label)} » : les réponses viennent de la question « {JsonReading.Short(other)} ». Ajoutez-les à la main.", source.PathOf("choicesFromQuestion"));
        if (source.Text("choicesOrder") is { } order && order != "none") builder.Report(Severity.Advice, "option-order", $"« {JsonReading.Short(label)} » : l'ordre « {JsonReading.Short(order)} » n'est pas repris, les réponses restent dans l'ordre du fichier.", source.PathOf("choicesOrder"));
        var options = OptionList(source, "choices");
        Special("showNoneItem", "hasNone", "noneText", "none", "Aucune de ces réponses", "exclut les autres");
        Special("showOtherItem", "hasOther", "otherText", "other", "Autre", "demande une précision");
        return options;

        void Special(string flag, string old, string words, string value, string otherwise, string effect)
        {
            var isShown = source.Flag(flag) | source.Flag(old);
            var (text, english) = Words(source, words);
            if (!isShown) return;
            options = options.Add(new Option(value, text ?? otherwise) { English = english });
            builder.Lost("option-changed", $"« {JsonReading.Short(label)} » : la réponse « {text ?? otherwise} » {effect} dans le fichier. Réglez-le ici.", source.PathOf(flag));
        }
    }

    private ImmutableArray<Option> OptionList(SourceElement source, string property)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        foreach (var item in source.Items(property))
        {
            if (!item.IsObject)
            {
                var value = SourceElement.TextOf(item.Json) ?? "";
                options.Add(new Option(value, HtmlText.Line(value)));
                continue;
            }

            var (text, english) = Words(item, "text");
            options.Add(new Option(item.Text("value") ?? "", text ?? item.Text("value") ?? "") { English = english });
            item.Text("visibleIf");
            if (item.Text("enableIf") is { } enable) builder.RuleLost(RuleKind.OptionVisible, item.PathOf("enableIf"), enable, "une réponse ne peut être que montrée ou cachée");
            if (item.Has("imageLink")) builder.Lost("image-not-carried", $"L'image de la réponse « {JsonReading.Short(text ?? item.Text("value") ?? "")} » n'est pas reprise.", item.PathOf("imageLink"));
            item.Any("imageLink");
            item.Done(Technical);
        }

        return options.ToImmutable();
    }

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

        var (low, high, start) = kind == "paneldynamic" ? ("minPanelCount", "maxPanelCount", "panelCount") : ("minRowCount", "maxRowCount", "rowCount");
        if (source.Number(start) is > 0 and var count) builder.Report(Severity.Advice, "rows-at-start", $"« {JsonReading.Short(label)} » s'ouvre sur {count} lignes dans le fichier ; ici l'usager les ajoute. Indiquez un minimum s'il en faut.", source.PathOf(start));
        var isRequired = source.Flag("isRequired");
        var min = FieldParts.Clamped(source.Number(low), 0, Logic.FormState.MostRows) ?? 0;
        var rows = new RepeatedGroupField
        {
            Key = name, Label = label, MinRows = isRequired ? Math.Max(1, min) : min,
            MaxRows = FieldParts.Clamped(source.Number(high), 1, Logic.FormState.MostRows) ?? Logic.FormState.MostRows,
        };
        var draft = Add(rows, inside);
        ReadCells(source, kind, inside, draft, section);
        if (source.Text("keyName") is { } unique && draft.Inner.Find(f => f.Names[^1] == unique) is { Field: InputField input } keyed) keyed.Field = input with { UniqueInRows = true };
        if (draft.Inner.Count == 0) builder.Empty(draft);
        Words(source, "templateTitle");
        source.FlagOrNull("allowAddPanel");
        source.FlagOrNull("allowRemovePanel");
        source.FlagOrNull("allowAddRows");
        source.FlagOrNull("allowRemoveRows");
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

            var draft = Add(column, field, names.Add(name), row is null ? english : null, group, section);
            if (column.Flag("isUnique") && draft.Field is InputField input) draft.Field = input with { UniqueInRows = true };
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
            foreach (var (value, text) in Rows(source))
            {
                if (kind == "matrix") builder.Add(new DraftField(new SingleChoiceField { Key = value, Label = text, Required = isRequired, Options = options }, source.Path, inside.Add(value)), group, section);
                else ReadColumns(source, inside.Add(value), group, section, source.Has("choices") ? source : null, text);
            }
        }

        source.Any("choices");
        source.Done(Technical);
    }

    private List<(string Value, string Text)> Rows(SourceElement source) =>
        [.. OptionList(source, "rows").Where(o => o.Value.Length > 0).Take(200).Select(o => (o.Value, o.Label.Length > 0 ? o.Label : o.Value))];
}
