using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>The table of kinds.</content>
internal sealed partial class FormioReader
{
    private Field? Kind(string type, SourceElement source, string key, string label)
    {
        switch (type)
        {
            case "textfield" or "url" or "firstName" or "surname": return ShortText(source, key, label);
            case "tags": return Changed(source, label, type, "un texte court", new ShortTextField { Key = key, Label = label });
            case "password": return Changed(source, label, type, "un texte court", ShortText(source, key, label));
            case "textarea": return new LongTextField { Key = key, Label = label, Rows = FieldParts.Clamped(source.Number("rows"), 1, 40) ?? 3 };
            case "number": return KindParts.Number(key, label, Words(source, "suffix") ?? Words(source, "prefix"), FieldParts.Clamped(source.Number("decimalLimit"), 0, 10));
            case "currency":
                var currency = source.Text("currency");
                if (currency is null or "EUR") return new AmountField { Key = key, Label = label };
                builder.Lost("kind-changed", $"« {JsonReading.Short(label)} » est un montant en {JsonReading.Short(currency)} : il devient un nombre. S'il est en euros ici, faites-en un montant.", source.PathOf("currency"));
                return new NumberField { Key = key, Label = label, Decimals = FieldParts.Clamped(source.Number("decimalLimit"), 0, 10) ?? 2, Unit = currency };
            case "checkbox": return new YesNoField { Key = key, Label = label };
            case "radio": return new SingleChoiceField { Key = key, Label = label, Options = OptionList(source, "values") };
            case "selectboxes": return new MultipleChoiceField { Key = key, Label = label, Options = OptionList(source, "values") };
            case "select":
                var options = SelectOptions(source, label);
                return source.Flag("multiple")
                    ? new MultipleChoiceField { Key = key, Label = label, Options = options }
                    : KindParts.Unfolded(new SingleChoiceField { Key = key, Label = label, Options = options }, source.FlagOrNull("searchEnabled") != false);
            case "email": return new EmailField { Key = key, Label = label };
            case "phoneNumber":
                source.Text("inputMask");
                return new TelephoneField { Key = key, Label = label };
            case "datetime" or "date" or "navDatepicker": return Moment(type, source, key, label);
            case "day": return Day(source, key, label);
            case "time":
                if (source.Text("inputMask") is { } hours && hours != "99:99") builder.NotCarried(source.PathOf("inputMask"), "inputMask", source.Any("inputMask")!.Value);
                return new TimeField { Key = key, Label = label };
            case "map": return Map(source, key, label);
            case "iban": return new IdentifierField { Key = key, Label = label, Scheme = IdentifierScheme.Iban };
            case "signature": return new SignatureField { Key = key, Label = label };
            case "address": return Changed(source, label, type, "une adresse française", new PostalAddressField { Key = key, Label = label });
            case "file": return File(source, key, label);
            case "hidden": return IsNumber(source) ? new NumberField { Key = key, Label = label, Decimals = 10 } : new HiddenValueField { Key = key, Label = label };
            case "content" or "htmlelement":
                var property = source.Has("html") ? "html" : "content";
                var html = source.Html(property) ?? "";
                source.Any("html");
                source.Any("content");
                if (html.Contains("{{", StringComparison.Ordinal)) builder.Lost("text-template", $"Ce texte contient une réponse à reprendre, qui est montrée telle quelle : « {JsonReading.Short(html)} ». Écrivez un texte fixe.", source.PathOf(property));
                return new InformationField { Key = key, Label = "", Text = builder.Markdown(html, source.PathOf(property)) };
            default: return null;
        }
    }

    // Only a point can be given here, neither a line nor an area.
    private static MapPlaceField? Map(SourceElement source, string key, string label)
    {
        if (source.Object("interactions") is { } drawn)
        {
            if (drawn.Flag("polygon") || drawn.Flag("polyline") || drawn.FlagOrNull("marker") == false) return null;
            drawn.Done(Technical);
        }

        var start = source.Object("initialCenter");
        var (latitude, longitude) = (start?.Number("lat"), start?.Number("lng"));
        start?.Done(Technical);
        source.FlagOrNull("useConfigDefaultMapSettings");
        return new MapPlaceField
        {
            Key = key, Label = label, Zoom = FieldParts.Clamped(source.Number("defaultZoom"), 1, 19) ?? MapPlaceField.UsualZoom,
            Center = latitude is >= -90 and <= 90 and var north && longitude is >= -180 and <= 180 and var east ? new MapPoint(north, east) : null,
        };
    }

    private static bool IsNumber(SourceElement source) => source.Any("defaultValue") is { ValueKind: JsonValueKind.Number }
        || (source.Text("customDefaultValue") is { } script && TermParser.ParseScript(script, "value") is LiteralTerm { Value.AsNumber: not null });

    private Field Changed(SourceElement source, string label, string type, string nearest, Field field)
    {
        builder.Lost("kind-changed", FieldParts.Nearest(label, type, nearest), source.Path);
        return field;
    }

    // A mask is a pattern in which 9 is a digit, a is a letter and * is either.
    private ShortTextField ShortText(SourceElement source, string key, string label)
    {
        var text = new ShortTextField { Key = key, Label = label };
        if (source.Text("inputMask") is not { } mask) return text;
        if (mask.Length <= 100) return text with { Pattern = KindParts.Mask(mask, c => c switch { '9' => "[0-9]", 'a' => "[A-Za-z]", 'A' => "[A-Z]", '*' => "[A-Za-z0-9]", _ => null }) };
        builder.NotCarried(source.PathOf("inputMask"), "inputMask", source.Any("inputMask")!.Value);
        return text;
    }

    private FileField File(SourceElement source, string key, string label)
    {
        var file = new FileField { Key = key, Label = label, MaxFiles = source.Flag("multiple") ? 10 : 1, Camera = source.Flag("webcam") | source.Text("capture") is { Length: > 0 } and not "false" };
        if (source.Text("filePattern") is { } pattern) file = file with { Families = builder.Families(pattern.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), source.PathOf("filePattern")) };
        if (source.Flag("image") && file.Families.IsEmpty) file = file with { Families = [FileFamily.Image] };
        if (source.Text("fileMinSize") is { } least && least != "0KB") builder.NotCarried(source.PathOf("fileMinSize"), "fileMinSize", source.Any("fileMinSize")!.Value);
        if (source.Text("fileMaxSize") is { } most && decimal.TryParse(most.TrimEnd('M', 'B', 'K', 'G', 'm', 'b', 'k', 'g', ' '), System.Globalization.CultureInfo.InvariantCulture, out var size))
        {
            var factor = most.Contains('G', StringComparison.OrdinalIgnoreCase) ? 1_000m : most.Contains('K', StringComparison.OrdinalIgnoreCase) ? 0.001m : most.Contains('M', StringComparison.OrdinalIgnoreCase) ? 1m : 0.000_001m;
            file = file with { MaxMegabytes = (int)Math.Clamp(Math.Ceiling(Math.Min(size, 1_000_000m) * factor), 1, 200) };
        }

        return file;
    }
}
