using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation;

/// <content>Choices with their details, and the kinds beside the usual ones.</content>
internal sealed partial class AnswerRules
{
    private const int LongestDetail = 500;
    private const decimal HighestAmount = 1_000_000_000_000m;

    public string? Visit(YesNoField field)
    {
        if (_value.AsBoolean is not { } flag) return $"Répondez oui ou non à « {field.Label} ».";
        return flag == field.DetailIf ? Detail(field, field.DetailLabel ?? (flag ? "Oui" : "Non"), _value.ToString()) : null;
    }

    public string? Visit(SingleChoiceField field)
    {
        if (_value.AsText is not { } chosen || field.FindOption(chosen) is not { } option) return $"Choisissez une des réponses proposées à « {field.Label} ».";
        return option.AsksDetail ? Detail(field, option.Label, chosen) : null;
    }

    public string? Visit(MultipleChoiceField field)
    {
        var options = _value.AsList.Select(field.FindOption).ToList();
        if (_value.Kind != AnswerKind.List || options.Contains(null)) return $"Choisissez parmi les réponses proposées à « {field.Label} ».";
        if (options.Count > 1 && options.Find(o => o!.Exclusive) is { } alone) return $"« {field.Label} » : gardez « {alone.Label} » seul, ou retirez-le.";
        if (field.MinChoices is { } min && options.Count < min && !options.Exists(o => o!.Exclusive)) return $"« {field.Label} » : choisissez au moins {min} réponses.";
        if (field.MaxChoices is { } max && options.Count > max) return $"« {field.Label} » : choisissez {max} réponse{(max > 1 ? "s" : "")} au plus.";
        return options.Where(o => o!.AsksDetail).Select(o => Detail(field, o!.Label, o.Value)).FirstOrDefault(e => e is not null);
    }

    public string? Visit(RankingField field)
    {
        var ranked = _value.AsList.ToHashSet(StringComparer.Ordinal);
        return _value.Kind == AnswerKind.List && ranked.Count == _value.AsList.Length && ranked.SetEquals(field.Options.Select(o => o.Value))
            ? null
            : $"« {field.Label} » : classez toutes les réponses proposées.";
    }

    public string? Visit(EmailField field) => field.Confirm && _value.AsUnreadable is not null
        ? $"« {field.Label} » : écrivez deux fois la même adresse e-mail."
        : _value.AsText is { Length: <= 254 } text && EmailShape().IsMatch(text)
            ? null
            : $"« {field.Label} » : indiquez une adresse e-mail complète, par exemple nom@exemple.fr.";

    public string? Visit(TelephoneField field) => field.Confirm && _value.AsUnreadable is not null
        ? $"« {field.Label} » : écrivez deux fois le même numéro de téléphone."
        : _value.AsText is { Length: <= 30 } text && IsTelephone(text)
            ? null
            : $"« {field.Label} » : indiquez un numéro à 10 chiffres, par exemple 06 12 34 56 78, ou commençant par + pour l'étranger.";

    public string? Visit(AmountField field)
    {
        if (_value.AsNumber is not { } amount || Math.Abs(amount) > HighestAmount) return $"« {field.Label} » : indiquez un montant en euros, par exemple 1\u202f234,50.";
        if (decimal.Round(amount, 2) != amount) return $"« {field.Label} » : gardez deux chiffres après la virgule au plus.";
        return (field.Min, field.Max) switch
        {
            ({ } min, { } max) when amount < min || amount > max => $"« {field.Label} » : indiquez un montant de {AnswerText.Euros(min)} à {AnswerText.Euros(max)}.",
            ({ } min, null) when amount < min => $"« {field.Label} » : indiquez {AnswerText.Euros(min)} ou plus.",
            (null, { } max) when amount > max => $"« {field.Label} » : indiquez {AnswerText.Euros(max)} ou moins.",
            _ => null,
        };
    }

    public string? Visit(TimeField field)
    {
        if (_value.AsTime is not { } time) return $"« {field.Label} » : indiquez une heure, par exemple 14:30.";
        if (field.Min is { } min && time < min) return $"« {field.Label} » : indiquez une heure à partir de {AnswerText.Hour(min)}.";
        if (field.Max is { } max && time > max) return $"« {field.Label} » : indiquez une heure jusqu'à {AnswerText.Hour(max)}.";
        if (field.Step is not { } step) return null;
        var first = field.Min ?? TimeOnly.MinValue;
        return (int)(time - first).TotalMinutes % step == 0
            ? null
            : $"« {field.Label} » : indiquez une heure de {step} en {step} minutes, par exemple {AnswerText.Hour(first)} ou {AnswerText.Hour(first.AddMinutes(step))}.";
    }

    public string? Visit(DateTimeField field) => _value.AsDateTime is { } moment
        ? Within(field.Label, DateOnly.FromDateTime(moment), field.Min, field.Max)
        : $"« {field.Label} » : indiquez un jour et une heure, par exemple 25/11/2026 à 14:30.";

    public string? Visit(MonthField field)
    {
        if (_value.AsMonth is not { } month) return $"« {field.Label} » : indiquez un mois et une année, par exemple novembre 2026.";
        if (field.Min is { } min && CalendarMonth.Of(min.Resolve(today)) is var first && month.Number < first.Number) return $"« {field.Label} » : indiquez un mois à partir de {AnswerText.Month(first)}.";
        return field.Max is { } max && CalendarMonth.Of(max.Resolve(today)) is var last && month.Number > last.Number
            ? $"« {field.Label} » : indiquez un mois jusqu'à {AnswerText.Month(last)}."
            : null;
    }

    public string? Visit(DateRangeField field)
    {
        if (_value.AsDateRange is not { } range) return $"« {field.Label} » : indiquez le premier et le dernier jour.";
        if (range.Days < 1) return $"« {field.Label} » : indiquez un dernier jour qui suit le premier.";
        if (field.MaxDays is { } most && range.Days > most) return $"« {field.Label} » : choisissez {most} jour{(most > 1 ? "s" : "")} au plus, il y en a {range.Days}.";
        return Within(field.Label, range.From, field.Min, field.Max) ?? Within(field.Label, range.To, field.Min, field.Max);
    }

    public string? Visit(RatingField field) => _value.AsNumber is { } mark && mark == decimal.Truncate(mark) && mark >= 1 && mark <= field.Max
        ? null
        : $"« {field.Label} » : choisissez une note de 1 à {field.Max}.";

    public string? Visit(IdentifierField field)
    {
        var rule = Identifiers.Of(field.Scheme);
        return _value.AsText is { } text && string.Equals(rule.Read(text), text, StringComparison.Ordinal)
            ? null
            : $"« {field.Label} » : indiquez {rule.Asked}, par exemple {rule.Example}. Vérifiez chaque caractère.";
    }

    public string? Visit(ConsentField field) => _value.AsBoolean == true ? null : $"« {field.Label} » : cochez la case, ou laissez-la vide.";

    // Whoever fills the form can do nothing about it.
    public string? Visit(HiddenValueField field) => null;

    public string? Visit(ImageField field) => null;

    private string? Detail(InputField field, string asked, string option) => _value.DetailOf(option).Length switch
    {
        0 => $"« {field.Label} » : précisez « {asked} ».",
        > LongestDetail => $"« {field.Label} » : écrivez {LongestDetail} caractères au plus pour préciser « {asked} ».",
        _ => null,
    };

    private string? Within(string label, DateOnly day, DateBound? min, DateBound? max)
    {
        if (min?.Resolve(today) is { } first && day < first) return min.Value.IsRelative && first == today
            ? $"« {label} » : indiquez une date à partir d'aujourd'hui."
            : $"« {label} » : indiquez une date à partir du {AnswerText.Day(first)}.";
        if (max?.Resolve(today) is { } last && day > last) return max.Value.IsRelative && last == today
            ? $"« {label} » : indiquez une date passée, ou celle d'aujourd'hui."
            : $"« {label} » : indiquez une date jusqu'au {AnswerText.Day(last)}.";
        return null;
    }
}
