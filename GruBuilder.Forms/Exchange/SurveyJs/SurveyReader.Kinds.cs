using GruBuilder.Forms.Definitions;

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
            case "radiogroup" or "buttongroup": return new SingleChoiceField { Key = key, Label = label, Options = Options(source, label) };
            case "dropdown": return KindParts.Unfolded(new SingleChoiceField { Key = key, Label = label, Options = Options(source, label) }, source.Flag("searchEnabled"));
            case "imagepicker" when !source.Flag("multiSelect"): return Changed(source, label, kind, "un choix sans images", new SingleChoiceField { Key = key, Label = label, Options = Options(source, label) });
            case "imagepicker": return Changed(source, label, kind, "un choix sans images", new MultipleChoiceField { Key = key, Label = label, Options = Options(source, label) });
            case "ranking" when !source.Flag("selectToRankEnabled"): return new RankingField { Key = key, Label = label, Options = Options(source, label) };
            case "ranking": return Changed(source, label, kind, "un choix multiple, sans ordre", new MultipleChoiceField { Key = key, Label = label, Options = Options(source, label) });
            case "checkbox" or "tagbox":
                return new MultipleChoiceField { Key = key, Label = label, Options = Options(source, label, several: true), MinChoices = source.Whole("minSelectedChoices", 0, 10_000) is > 0 and var min ? min : null, MaxChoices = Positive(source.Number("maxSelectedChoices")) };
            case "boolean" or "yesno": return new YesNoField { Key = key, Label = label };
            case "rating": return Rating(source, key, label);
            case "slider": return Changed(source, label, kind, "un nombre", new NumberField { Key = key, Label = label, Min = source.Number("min"), Max = source.Number("max"), Decimals = 10 });
            case "file":
                var file = new FileField { Key = key, Label = label, MaxFiles = source.Flag("allowMultiple") ? 10 : 1, Camera = source.Text("sourceType") is "camera" or "file-camera" };
                if (source.Text("acceptedTypes") is { } types) file = file with { Families = builder.Families(types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), source.PathOf("acceptedTypes")) };
                if (source.Number("maxSize") is > 0 and var size) file = file with { MaxMegabytes = (int)Math.Clamp(Math.Ceiling(size / 1_000_000), 1, 200) };
                return file;
            case "signaturepad": return new SignatureField { Key = key, Label = label };
            case "image" when (source.Text("contentMode") ?? "auto") is "auto" or "image":
                return KindParts.Image(key, label, Languages(source, "imageLink").Text, Words(source, "altText").Text, source.Path, builder);
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
        if (type == "text" && source.Text("maskType") is { } mask && mask != "none") return Masked(mask, source, key, label);
        switch (type)
        {
            case "number":
                if (source.Number("step") is > 1) builder.NotCarried(source.PathOf("step"), "step", source.Any("step")!.Value);
                return new NumberField { Key = key, Label = label, Min = source.Number("min"), Max = source.Number("max"), Decimals = source.Number("step") is { } step && step == decimal.Truncate(step) ? 0 : 10 };
            case "range": return Changed(source, label, type, "un nombre", new NumberField { Key = key, Label = label, Min = source.Number("min"), Max = source.Number("max"), Decimals = 10 });
            case "date": return new DateField { Key = key, Label = label, Min = Bound(source, "min"), Max = Bound(source, "max"), Presentation = DatePresentation.Calendar };
            case "time": return new TimeField { Key = key, Label = label, Min = KindParts.Hour(source, "min", builder), Max = KindParts.Hour(source, "max", builder), Step = Minutes(source.Number("step")) };
            case "datetime-local" or "datetime": return new DateTimeField { Key = key, Label = label, Min = Bound(source, "min"), Max = Bound(source, "max") };
            case "month": return new MonthField { Key = key, Label = label, Min = Bound(source, "min"), Max = Bound(source, "max") };
            case "email": return new EmailField { Key = key, Label = label };
            case "tel": return new TelephoneField { Key = key, Label = label };
        }

        var text = new ShortTextField { Key = key, Label = label, MaxLength = Positive(source.Number("maxLength")) };
        return type is "text" or "url" ? text : Changed(source, label, type, "un texte court", text);
    }
}
