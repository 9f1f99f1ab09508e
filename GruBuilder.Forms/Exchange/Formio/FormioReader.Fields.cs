using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>What every question has.</content>
internal sealed partial class FormioReader
{
    private void ReadField(SourceElement source, string type, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var key = source.Text("key") ?? "";
        var label = Words(source, "label") ?? key;
        Place(source, type, label, Kind(type, source, key, label), names, group, section);
    }

    private void Place(SourceElement source, string type, string label, Field? field, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var key = source.Text("key") ?? "";
        var isMissing = false;
        if (field is null)
        {
            field = FieldParts.Placeholder(key, label, type);
            isMissing = true;
        }

        if (field is not InformationField) field = field with { Help = Help(source) };
        var validate = source.Object("validate");
        var message = validate?.Text("customMessage") is { } said && HtmlText.Line(said) is { Length: > 0 } line ? line : null;
        if (field is InputField input) field = KindParts.Consent(Common(source, validate, input, message)) with { Width = _width };
        var calculation = field is InputField ? Calculation(source) : null;
        var path = field is InformationField or ImageField ? [] : names.AddRange(Segments(key));
        var draft = calculation is null
            ? new DraftField(field, source.Path, path) { IsTick = type == "checkbox" }
            : new DraftField(new ComputedField { Key = key, Label = label, Help = field.Help, Unit = (field as NumberField)?.Unit ?? (field is AmountField ? null : Words(source, "suffix")), Format = field is AmountField ? ComputedFormat.Euros : ComputedFormat.Plain, Formula = "" }, source.Path, path) { Fallback = field };
        if (calculation is not null) draft.Rules.Add(calculation);
        builder.Add(draft, group, section);
        draft.Rules.AddRange(Visibility(source));
        if (validate is not null && draft.Field is InputField)
        {
            AddChecks(validate, draft, message);
            validate.Done(Technical);
        }

        FieldParts.SetDefault(draft, IsEmptyDay(source) ? null : source.Any("defaultValue"), source.PathOf("defaultValue"), builder);
        if (source.Text("customDefaultValue") is { } script && script.Trim().Length > 0) SetCustomDefault(draft, script, source.PathOf("customDefaultValue"));
        source.Any("defaultValue");
        if (source.Flag("hidden") || type == "hidden") FieldParts.Hide(draft, source.Path, builder);
        if (isMissing) source.Missing(label, type, Technical);
        Leave(source);
    }

    private static bool IsEmptyDay(SourceElement source) => source.Any("defaultValue") is { ValueKind: JsonValueKind.String } value && value.GetString()!.All(c => c is '0' or '/' or '-' or ' ' or ',');

    private void SetCustomDefault(DraftField draft, string script, string path)
    {
        if (TermParser.ParseScript(script, "value") is LiteralTerm literal && draft.Field is InputField input && Values.For(draft, literal.Value) is { IsAbsent: false } value) draft.Field = input with { Default = value };
        else builder.Lost("default-not-carried", $"La réponse proposée d'avance est calculée par un programme, qui n'est pas repris : « {JsonReading.Short(script)} ».", path);
    }

    private DraftRule? Calculation(SourceElement source)
    {
        if (source.Any("calculateValue") is not { } value || SourceElement.IsNothing(value)) return null;
        var path = source.PathOf("calculateValue");
        if (source.Flag("allowCalculateOverride"))
        {
            builder.RuleLost(RuleKind.Formula, path, SourceElement.TextOf(value) ?? value.GetRawText(), "la réponse calculée peut être changée par la personne");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String) return Script(RuleKind.Formula, value.GetString()!, "value", path);
        if (JsonLogic.Read(value) is { } term) return new DraftRule(RuleKind.Formula, term, path, value.GetRawText());
        builder.RuleLost(RuleKind.Formula, path, value.GetRawText(), "cette règle JsonLogic ne peut pas être lue");
        return null;
    }

    private InputField Common(SourceElement source, SourceElement? validate, InputField input, string? message)
    {
        if (source.FlagOrNull("clearOnHide") == false) builder.Report(Severity.Advice, "hidden-answer", $"« {JsonReading.Short(input.Label)} » : la réponse d'une question cachée est envoyée dans le fichier ; ici elle ne l'est jamais.", source.PathOf("clearOnHide"));
        input = input with
        {
            Required = input.Required || validate?.Flag("required") == true,
            RequiredMessage = message,
            ReadOnly = source.Flag("disabled"),
            Example = Words(source, "placeholder") ?? input.Example,
            Autocomplete = KindParts.Autocomplete(source.Text("autocomplete")),
        };
        if (source.Flag("multiple") && input is not (ChoiceField or FileField)) builder.Lost("property-not-carried", $"« {JsonReading.Short(input.Label)} » prend plusieurs réponses dans le fichier, une seule ici. Utilisez une série.", source.PathOf("multiple"));
        return validate is null ? input : Bounded(validate, input, message);
    }

    private static InputField Bounded(SourceElement validate, InputField input, string? message) => input switch
    {
        ShortTextField text => text with
        {
            MinLength = Positive(validate.Number("minLength")),
            MaxLength = Positive(validate.Number("maxLength")) ?? text.MaxLength,
            Pattern = validate.Text("pattern") ?? text.Pattern,
            PatternMessage = validate.Has("pattern") ? message : null,
        },
        LongTextField text => text with { MinLength = Positive(validate.Number("minLength")), MaxLength = Positive(validate.Number("maxLength")) },
        NumberField or AmountField => KindParts.Within(validate.Flag("integer") ? Whole(input) : input, validate.Number("min"), validate.Number("max")),
        MultipleChoiceField choice => choice with { MinChoices = Positive(validate.Number("minSelectedCount")), MaxChoices = Positive(validate.Number("maxSelectedCount")) },
        _ => input,
    };

    private static NumberField Whole(InputField field) => field as NumberField is { } number ? number with { Decimals = 0 } : FieldParts.Like(new NumberField { Key = "", Label = "", Unit = "€" }, field);

    private static int? Positive(decimal? number) => FieldParts.Clamped(number, 1, 1_000_000);
}
