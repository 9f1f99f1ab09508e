using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Exchange;

/// <summary>Makes each field one that could be drawn here by hand: crossed bounds, repeated options and broken patterns go, each with a finding.</summary>
internal sealed class ImportMending(ImportBuilder builder, string path)
{
    private static readonly DateOnly SomeDay = new(2024, 6, 15);

    public Field Mend(Field field)
    {
        var label = string.Join(' ', field.Label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (label.Length == 0 && field is not (InformationField or ImageField))
        {
            label = field.Key.Length > 0 ? field.Key : "Question sans titre";
            builder.Lost("label-missing", $"Cette question n'a pas de titre : elle s'appelle « {JsonReading.Short(label)} ». Écrivez la question.", path);
        }

        field = field with { Label = label };
        if (field is InputField { Required: true, ReadOnly: true, Prefill: null, Default.IsAbsent: true } locked)
        {
            field = locked with { Required = false };
            builder.Lost("required-read-only", $"« {JsonReading.Short(label)} » est obligatoire mais bloquée, sans réponse d'avance : elle devient facultative. Donnez-lui une valeur de départ.", path);
        }

        return field switch
        {
            ShortTextField text => KnownIdentifiers.Of(text) is { } scheme ? Identified(text, scheme) : MendText(text),
            LongTextField { MinLength: { } min, MaxLength: { } max } text when min > max => Crossed(text with { MinLength = null, MaxLength = null }),
            NumberField { Min: { } min, Max: { } max } number when min > max => Crossed(number with { Min = null, Max = null }),
            AmountField { Min: { } min, Max: { } max } amount when min > max => Crossed(amount with { Min = null, Max = null }),
            DateField { Min: { } min, Max: { } max } date when AreCrossed(min, max) => Crossed(date with { Min = null, Max = null }),
            DateTimeField { Min: { } min, Max: { } max } moment when AreCrossed(min, max) => Crossed(moment with { Min = null, Max = null }),
            MonthField { Min: { } min, Max: { } max } month when AreCrossed(min, max) => Crossed(month with { Min = null, Max = null }),
            TimeField { Min: { } min, Max: { } max } time when min > max => Crossed(time with { Min = null, Max = null }),
            ChoiceField choice => MendOptions(choice),
            MatrixField matrix => MendMatrix(matrix),
            RepeatedGroupField { MinRows: var min, MaxRows: var max } group when min > max => Crossed(group with { MinRows = 0, MaxRows = Math.Max(min, max) }),
            _ => field,
        };
    }

    private TField Crossed<TField>(TField field)
        where TField : Field
    {
        builder.Lost("bounds-dropped", $"« {JsonReading.Short(field.Label)} » : le minimum dépasse le maximum. Les deux limites sont retirées.", path);
        return field;
    }

    private static bool AreCrossed(DateBound min, DateBound max) => min.IsRelative == max.IsRelative && min.Resolve(SomeDay) > max.Resolve(SomeDay);

    private IdentifierField Identified(ShortTextField text, IdentifierScheme scheme)
    {
        builder.Report(Severity.Advice, "identifier-recognised", $"« {JsonReading.Short(text.Label)} » : ce numéro est maintenant contrôlé selon ses propres règles. Vérifiez que c'est bien lui qui est demandé.", path);
        return FieldParts.Like(new IdentifierField { Key = "", Label = "", Scheme = scheme }, text) with { Default = text.Default };
    }

    private ShortTextField MendText(ShortTextField text)
    {
        if (text.Pattern is { } pattern && TextPattern.Of(pattern) is null)
        {
            builder.Lost("pattern-not-carried", $"« {JsonReading.Short(text.Label)} » : le modèle de réponse « {JsonReading.Short(pattern)} » ne peut pas être lu. Écrivez-le à nouveau.", path);
            text = text with { Pattern = null, PatternMessage = null };
        }

        return text is { MinLength: { } min, MaxLength: { } max } && min > max ? Crossed(text with { MinLength = null, MaxLength = null }) : text;
    }

    private Field MendMatrix(MatrixField matrix)
    {
        var mended = matrix with { Rows = Cleaned(matrix.Label, matrix.Rows), Options = Cleaned(matrix.Label, matrix.Options) };
        if (!mended.Rows.IsEmpty && !mended.Options.IsEmpty) return mended;
        builder.Lost("options-not-carried", $"« {JsonReading.Short(matrix.Label)} » n'a pas de réponses ou pas de lignes dans le fichier : un texte en tient la place. Faites le tableau ici.", path);
        return FieldParts.Placeholder(matrix.Key, matrix.Label, "tableau");
    }

    /// <summary>One line each, none twice, none empty.</summary>
    private ImmutableArray<Option> Cleaned(string question, ImmutableArray<Option> given)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in given)
        {
            var label = builder.Cut(string.Join(' ', option.Label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), path);
            var value = option.Value.Length > 0 ? builder.Cut(option.Value, path) : label;
            if (label.Length == 0) label = value.Trim();
            if (label.Length > 0 && options.Count < 10_000 && values.Add(value)) options.Add(option with { Value = value, Label = label });
            else if (label.Length > 0) builder.Lost("option-dropped", $"« {JsonReading.Short(question)} » : la réponse « {JsonReading.Short(label)} » est en double, ou de trop. Elle n'est pas reprise.", path);
        }

        return options.ToImmutable();
    }

    private Field MendOptions(ChoiceField choice)
    {
        var options = Cleaned(choice.Label, choice.Options);
        if (!options.IsEmpty)
        {
            var kept = choice with { Options = options };
            return kept is MultipleChoiceField multiple && (multiple.MinChoices > options.Length || multiple.MinChoices > multiple.MaxChoices)
                ? Crossed(multiple with { MinChoices = null, MaxChoices = null })
                : kept;
        }

        builder.Lost("options-not-carried", $"« {JsonReading.Short(choice.Label)} » n'a pas de liste de réponses dans le fichier : la question attend un texte. Ajoutez les réponses, ou une liste de référence.", path);
        return FieldParts.Like(new ShortTextField { Key = "", Label = "" }, choice) with { Default = choice.Default.AsText is null ? default : choice.Default };
    }
}
