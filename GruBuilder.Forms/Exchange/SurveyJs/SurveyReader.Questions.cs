using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <content>What every question has.</content>
internal sealed partial class SurveyReader
{
    private void ReadQuestion(SourceElement source, ImmutableArray<string> names, DraftField? group, DraftSection? section)
    {
        var kind = KindOf(source);
        if (kind is "paneldynamic" or "matrixdynamic")
        {
            ReadRows(source, kind, names, group, section);
            return;
        }

        if (kind == "matrix" && ReadMatrix(source, names, group, section)) return;
        if (kind is "matrix" or "matrixdropdown" or "multipletext")
        {
            ReadTable(source, kind, names, group, section);
            return;
        }

        var name = source.Text("name") ?? source.Text("value") ?? "";
        var (title, english) = Words(source, "title");
        var label = title ?? name;
        var field = Kind(kind, source, name, label);
        if (field is null)
        {
            Add(source, FieldParts.Placeholder(name, label, kind), [], null, group, section, () => source.Missing(label, kind, Technical));
            return;
        }

        Widen(Add(source, field, field is ImageField ? [] : names.Add(source.Text("valueName") ?? name), english, group, section));
    }

    private void Widen(DraftField draft) => draft.Field = draft.Field with { Width = _width };

    private static string KindOf(SourceElement source) => source.Text("type") ?? source.Text("cellType") ?? "text";

    private DraftField Add(SourceElement source, Field field, ImmutableArray<string> names, string? english, DraftField? group, DraftSection? section, Action? beforeEnd = null)
    {
        var (help, englishHelp) = Words(source, "description");
        field = field with { Help = help, English = english is null && englishHelp is null ? field.English : (field.English ?? new FieldTexts()) with { Label = english, Help = englishHelp } };
        if (field is InputField input) field = Common(source, input);
        var values = field is YesNoField ? Stored(source) : null;
        var draft = builder.Add(new DraftField(field, source.Path, names) { YesNoValues = values }, group, section);
        AddRules(source, draft);
        FieldParts.SetDefault(draft, source.Any("defaultValue"), source.PathOf("defaultValue"), builder);
        if (source.Text("defaultValueExpression") is { } expression)
        {
            var today = draft.Field is DateField && expression.Trim() is "today()" or "currentDate()";
            if (!today) builder.Lost("default-not-carried", $"La réponse proposée d'avance est calculée (« {JsonReading.Short(expression)} ») : elle n'est pas reprise.", source.PathOf("defaultValueExpression"));
            else draft.Field = (DateField)draft.Field with { Default = Answers.AnswerValue.Of("today") };
        }

        if (IsHidden(source) && draft.Field is InputField or ComputedField) FieldParts.Hide(draft, source.PathOf("visible"), builder);
        beforeEnd?.Invoke();
        source.Done(Technical);
        return draft;
    }

    // With a condition, the condition decides.
    private static bool IsHidden(SourceElement source) => source.FlagOrNull("visible") == false && !source.Has("visibleIf");

    private static (string Yes, string No)? Stored(SourceElement source) => source.Text("type") == "yesno" ? ("y", "n") :
        source.Has("valueTrue") || source.Has("valueFalse") ? (source.Text("valueTrue") ?? "true", source.Text("valueFalse") ?? "false") : null;

    private InputField Common(SourceElement source, InputField input)
    {
        var (message, englishMessage) = Words(source, "requiredErrorText");
        var (example, englishExample) = Words(source, source.Has("placeholder") ? "placeholder" : "placeHolder");
        return input with
        {
            Required = input.Required | source.Flag("isRequired"),
            RequiredMessage = message,
            ReadOnly = source.Flag("readOnly"),
            Autocomplete = KindParts.Autocomplete(source.Text("autocomplete")),
            Example = example,
            English = englishMessage is null && englishExample is null ? input.English : (input.English ?? new FieldTexts()) with { RequiredMessage = englishMessage, Example = englishExample },
        };
    }

    private void AddRules(SourceElement source, DraftField draft)
    {
        foreach (var (property, kind) in new[] { ("visibleIf", RuleKind.Visible), ("requiredIf", RuleKind.Required), ("enableIf", RuleKind.ReadOnly) })
        {
            if (source.Text(property) is not { } text) continue;
            if (kind != RuleKind.Visible && draft.Field is not InputField)
            {
                if (draft.Field is RepeatedGroupField) builder.RuleLost(kind, source.PathOf(property), text, "une série n'en a pas");
                continue;
            }

            if (Rule(kind, text, source.PathOf(property)) is { } rule) draft.Rules.Add(rule with { Negated = kind == RuleKind.ReadOnly });
        }

        if (draft.Field is ComputedField && source.Text("expression") is { } formula && Rule(RuleKind.Formula, formula, source.PathOf("expression")) is { } computed) draft.Rules.Add(computed);
        if (draft.Field is ChoiceField) AddOptionRules(source, draft);
        if (draft.Field is InputField) AddValidators(source, draft);
    }

    private void AddOptionRules(SourceElement source, DraftField draft)
    {
        var i = 0;
        foreach (var option in source.Items("choices"))
        {
            if (option.IsObject && option.Text("visibleIf") is { } text && Rule(RuleKind.OptionVisible, text, option.PathOf("visibleIf")) is { } rule) draft.Rules.Add(rule with { Option = i });
            i++;
        }

        if (source.Text("choicesVisibleIf") is not { } all) return;
        if (all.Contains("{item}", StringComparison.Ordinal) || all.Contains("{choice}", StringComparison.Ordinal))
        {
            // The same sentence for each option, with its value in the place of {item}.
            for (var o = 0; o < ((ChoiceField)draft.Field).Options.Length && o < 200; o++)
            {
                var value = $"'{((ChoiceField)draft.Field).Options[o].Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
                var text = all.Replace("{item}", value, StringComparison.Ordinal).Replace("{choice}", value, StringComparison.Ordinal);
                if (Rule(RuleKind.OptionVisible, text, source.PathOf("choicesVisibleIf")) is { } rule) draft.Rules.Add(rule with { Option = o });
                else break;
            }
        }
        else
        {
            builder.RuleLost(RuleKind.OptionVisible, source.PathOf("choicesVisibleIf"), all, "elle ne parle pas de {item}");
        }
    }

    private void AddValidators(SourceElement source, DraftField draft)
    {
        foreach (var validator in source.List("validators"))
        {
            var type = validator.Text("type") ?? "?";
            var (message, english) = Words(validator, "text");
            switch (type, draft.Field)
            {
                case ("numeric", NumberField or AmountField):
                    draft.Field = KindParts.Within((InputField)draft.Field, validator.Number("minValue"), validator.Number("maxValue"));
                    break;
                case ("text", ShortTextField text):
                    draft.Field = text with { MinLength = validator.Whole("minLength", 0, 1_000_000) ?? text.MinLength, MaxLength = validator.Whole("maxLength", 1, 1_000_000) ?? text.MaxLength };
                    break;
                case ("text", LongTextField text):
                    draft.Field = text with { MinLength = validator.Whole("minLength", 0, 1_000_000) ?? text.MinLength, MaxLength = validator.Whole("maxLength", 1, 1_000_000) ?? text.MaxLength };
                    break;
                case ("answercount", MultipleChoiceField choice):
                    draft.Field = choice with { MinChoices = validator.Whole("minCount", 0, 10_000), MaxChoices = validator.Whole("maxCount", 1, 10_000) };
                    break;
                case ("regex", ShortTextField { Pattern: null } text) when validator.Text("regex") is { } pattern:
                    validator.FlagOrNull("insensitive");
                    draft.Field = text with { Pattern = (validator.Flag("insensitive") ? "(?i)" : "") + FieldParts.Anywhere(pattern), PatternMessage = message };
                    break;
                case ("email", ShortTextField text):
                    draft.Field = FieldParts.Like(new EmailField { Key = "", Label = "" }, text);
                    break;
                case ("email", EmailField):
                    break;
                case ("expression", _) when validator.Text("expression") is { } expression:
                    if (Rule(RuleKind.Check, expression, validator.PathOf("expression")) is { } rule) draft.Rules.Add(rule with { Message = message, English = english });
                    break;
                default:
                    builder.RuleLost(RuleKind.Check, validator.Path, validator.Json.GetRawText(), $"le contrôle « {JsonReading.Short(type)} » n'existe pas pour cette question");
                    continue;
            }

            validator.FlagOrNull("allowDigits");
            validator.Done(Technical);
        }
    }
}
