using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <summary>What the readers of the several formats do alike.</summary>
internal static class FieldParts
{
    /// <summary>A pattern that may match anywhere in the text, as ours, which must match all of it.</summary>
    public static string Anywhere(string pattern)
    {
        var isStart = pattern.StartsWith('^');
        var isEnd = pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal);

        // With a choice at the top, ^a|b$ anchors only its ends: keep it whole.
        if (pattern.Contains('|', StringComparison.Ordinal) && !IsWrapped(pattern)) return $@"[\s\S]*(?:{pattern})[\s\S]*";
        if (isStart && isEnd && pattern.Length > 1) return pattern[1..^1];
        return isStart ? $@"(?:{pattern[1..]})[\s\S]*" : isEnd ? $@"[\s\S]*(?:{pattern[..^1]})" : $@"[\s\S]*(?:{pattern})[\s\S]*";
    }

    private static bool IsWrapped(string pattern) => pattern is ['^', '(', .. var inner, ')', '$'] && !inner.Contains('(', StringComparison.Ordinal) && !inner.Contains(')', StringComparison.Ordinal);

    /// <summary>A block that stands in the place of something that does not exist here.</summary>
    public static InformationField Placeholder(string key, string label, string kind) =>
        new() { Key = key, Label = "", Text = $"**À compléter :** la question « {JsonReading.Short(label)} » (type « {JsonReading.Short(kind)} ») n'a pas pu être reprise." };

    public static string Nearest(string label, string kind, string nearest) => $"« {JsonReading.Short(label)} » : le type « {JsonReading.Short(kind)} » n'existe pas encore ici, la question devient {nearest}. Vérifiez-la.";

    /// <summary>The default answer, when it fits the field.</summary>
    public static void SetDefault(DraftField draft, JsonElement? value, string path, ImportBuilder builder)
    {
        if (value is not { } given || given.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || draft.Field is not InputField input) return;
        if (given.ValueKind == JsonValueKind.False && draft.IsTick) return;
        if (given.ValueKind != JsonValueKind.False && SourceElement.IsNothing(given)) return;
        ImmutableArray<string> list = given.ValueKind == JsonValueKind.Array
            ? [.. given.EnumerateArray().Take(1_000).Select(SourceElement.TextOf).OfType<string>()]
            : given.ValueKind == JsonValueKind.Object ? [.. given.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.True).Select(p => p.Name)]
            : SourceElement.TextOf(given) is { } one ? [one] : [];
        var made = Values.IsOpaque(draft.Field) ? default : Values.Default(draft, SourceElement.ValueOf(given), list);
        if (made.IsAbsent && (draft.Field is not MultipleChoiceField || list.Length > 0 || given.ValueKind != JsonValueKind.Object))
        {
            builder.Lost("default-not-carried", $"« {JsonReading.Short(draft.Field.Label)} » : la réponse proposée d'avance ({JsonReading.Short(given.GetRawText())}) ne convient pas ici.", path);
        }

        draft.Field = input with { Default = made };
    }

    /// <summary>
    /// A field that the source hides and yet reads in its rules: with a known text it becomes a hidden value, with a known number or yes and no
    /// a computed one, which rules can calculate with; without any only agents see it.
    /// </summary>
    public static void Hide(DraftField draft, string path, ImportBuilder builder)
    {
        if (draft.Field is InputField given && (given is HiddenValueField || (IsWord(given) && given.Default.AsText is { Length: <= HiddenValueField.LongestValue })))
        {
            draft.Field = Like(new HiddenValueField { Key = "", Label = "" }, given) with { Required = false, Default = given.Default };
        }
        else if (draft.Field is InputField input and not MultipleChoiceField && !IsMoment(input) && Conditions.Literal(input.Default) is { } value)
        {
            draft.Field = new ComputedField { Key = input.Key, Label = input.Label, Help = input.Help, English = input.English, Formula = value };
        }
        else if (draft.Field is InputField secret)
        {
            draft.Field = secret with { Private = true };
        }

        var effect = draft.Field switch
        {
            HiddenValueField { Default.IsAbsent: true } => "sa valeur n'est pas dans le fichier. Indiquez-la, ou le paramètre de l'adresse qui la donne.",
            HiddenValueField => "sa valeur n'est montrée à personne ici. Faites-la figurer sur le récépissé si les agents doivent la lire.",
            InputField => "seuls les agents la voient ici, et les règles de l'usager ne peuvent pas la lire.",
            _ => "sa valeur est montrée ici. Vérifiez que l'usager peut la lire.",
        };
        builder.Lost("hidden-field", $"« {JsonReading.Short(draft.Field.Label)} » est cachée dans le fichier : {effect}", path);
    }

    private static bool IsWord(InputField field) => Values.IsText(field) || field is SingleChoiceField;

    private static bool IsMoment(InputField field) => field is DateField or TimeField or DateTimeField or MonthField;

    /// <summary>The field, with what questions of every kind have taken from another; all but its default.</summary>
    public static TField Like<TField>(TField field, InputField other)
        where TField : InputField => field with
    {
        Key = other.Key,
        Label = other.Label,
        Help = other.Help,
        English = other.English,
        Width = other.Width,
        Private = other.Private,
        Required = other.Required,
        RequiredMessage = other.RequiredMessage,
        ReadOnly = other.ReadOnly,
        UniqueInRows = other.UniqueInRows,
        Example = other.Example,
        Autocomplete = other.Autocomplete,
    };

    public static int? Clamped(decimal? number, int lowest, int highest) => number is { } value && value >= lowest && value <= highest && value == decimal.Truncate(value) ? (int)value : null;
}
