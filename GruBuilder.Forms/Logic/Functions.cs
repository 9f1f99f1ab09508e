using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Logic;

/// <summary>A function that formulas may call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Signature">How to write it, for help.</param>
/// <param name="Meaning">What it gives, in French.</param>
/// <param name="Parameters">Types of its arguments; the last repeats when <paramref name="Repeats"/>.</param>
/// <param name="Required">Fewest arguments.</param>
/// <param name="Repeats">Whether the last parameter may come any number of times.</param>
/// <param name="Result">What it gives.</param>
/// <param name="OnValues">Runs it on single values; null when it only takes a column.</param>
/// <param name="OnColumn">Runs it on a column of a group's rows, absent ones left out; null when it takes none.</param>
internal sealed record Function(
    string Name,
    string Signature,
    string Meaning,
    ImmutableArray<ValueType> Parameters,
    int Required,
    bool Repeats,
    ValueType Result,
    Func<AnswerValue[], DateOnly, AnswerValue>? OnValues,
    Func<IEnumerable<AnswerValue>, AnswerValue>? OnColumn = null)
{
    public static readonly ImmutableArray<Function> All =
    [
        new("sum", "sum(a; b; …) · sum(groupe.question)", "la somme", [ValueType.Number], 1, true, ValueType.Number,
            (v, _) => Sum(v), Sum),
        new("count", "count(groupe) · count(groupe.question)", "le nombre de lignes, ou de réponses", [ValueType.Unknown], 1, true, ValueType.Number,
            (v, _) => AnswerValue.Of((decimal)v.Count(x => !x.IsAbsent)), v => AnswerValue.Of((decimal)v.Count())),
        new("min", "min(a; b; …) · min(groupe.question)", "la plus petite valeur", [ValueType.Number], 1, true, ValueType.Number,
            (v, _) => Best(v, -1), v => Best(v, -1)),
        new("max", "max(a; b; …) · max(groupe.question)", "la plus grande valeur", [ValueType.Number], 1, true, ValueType.Number,
            (v, _) => Best(v, 1), v => Best(v, 1)),
        new("round", "round(nombre; décimales)", "le nombre arrondi, 0,5 vers le haut", [ValueType.Number, ValueType.Number], 1, false, ValueType.Number,
            (v, _) => Number(v[0], x => decimal.Round(x, Digits(v), MidpointRounding.AwayFromZero))),
        new("floor", "floor(nombre)", "l'entier juste au-dessous", [ValueType.Number], 1, false, ValueType.Number, (v, _) => Number(v[0], decimal.Floor)),
        new("ceil", "ceil(nombre)", "l'entier juste au-dessus", [ValueType.Number], 1, false, ValueType.Number, (v, _) => Number(v[0], decimal.Ceiling)),
        new("abs", "abs(nombre)", "le nombre sans son signe", [ValueType.Number], 1, false, ValueType.Number, (v, _) => Number(v[0], Math.Abs)),
        new("today", "today()", "la date du jour", [], 0, false, ValueType.Date, (_, today) => AnswerValue.Of(today)),
        new("age", "age(date)", "l'âge en années aujourd'hui", [ValueType.Date], 1, false, ValueType.Number,
            (v, today) => v[0].AsDate is { } birth ? AnswerValue.Of((decimal)YearsBetween(birth, today)) : default),
        new("years_between", "years_between(début; fin)", "les années entières entre deux dates", [ValueType.Date, ValueType.Date], 2, false, ValueType.Number,
            (v, _) => v[0].AsDate is { } from && v[1].AsDate is { } to ? AnswerValue.Of((decimal)YearsBetween(from, to)) : default),
        new("days_between", "days_between(début; fin)", "les jours entre deux dates", [ValueType.Date, ValueType.Date], 2, false, ValueType.Number,
            (v, _) => v[0].AsDate is { } from && v[1].AsDate is { } to ? AnswerValue.Of((decimal)(to.DayNumber - from.DayNumber)) : default),
        new("start", "start(période)", "le premier jour d'une période", [ValueType.Opaque], 1, false, ValueType.Date, (v, _) => v[0].AsDateRange is { } range ? AnswerValue.Of(range.From) : default),
        new("end", "end(période)", "le dernier jour d'une période", [ValueType.Opaque], 1, false, ValueType.Date, (v, _) => v[0].AsDateRange is { } range ? AnswerValue.Of(range.To) : default),
        new("concat", "concat(a; b; …)", "les valeurs mises bout à bout", [ValueType.Unknown], 1, true, ValueType.Text,
            (v, _) => AnswerValue.Of(string.Concat(v.Select(Written)))),
        new("working_days", "working_days(début; fin)", "les jours ouvrés (lundi à vendredi, hors jours fériés) après le début, jusqu'à la fin", [ValueType.Date, ValueType.Date], 2, false, ValueType.Number,
            (v, _) => v[0].AsDate is { } from && v[1].AsDate is { } to ? AnswerValue.Of((decimal)WorkingDays.Between(from, to)) : default),
        new("add_working_days", "add_working_days(date; nombre)", "la date qui suit d'autant de jours ouvrés", [ValueType.Date, ValueType.Number], 2, false, ValueType.Date,
            (v, _) => v[0].AsDate is { } from ? WorkingDays.Add(from, v[1].AsNumber ?? 0) is { } day ? AnswerValue.Of(day) : default : default),
        new("year", "year(date)", "l'année", [ValueType.Date], 1, false, ValueType.Number, (v, _) => v[0].AsDate is { } day ? AnswerValue.Of((decimal)day.Year) : default),
        new("month", "month(date)", "le mois, de 1 à 12", [ValueType.Date], 1, false, ValueType.Number, (v, _) => v[0].AsDate is { } day ? AnswerValue.Of((decimal)day.Month) : default),
        new("day", "day(date)", "le jour du mois", [ValueType.Date], 1, false, ValueType.Number, (v, _) => v[0].AsDate is { } day ? AnswerValue.Of((decimal)day.Day) : default),
        new("mod", "mod(nombre; diviseur)", "le reste de la division", [ValueType.Number, ValueType.Number], 2, false, ValueType.Number,
            (v, _) => v[1].AsNumber is { } by and not 0 ? AnswerValue.Of((v[0].AsNumber ?? 0) % by) : default),
        new("upper", "upper(texte)", "le texte en majuscules", [ValueType.Text], 1, false, ValueType.Text, (v, _) => AnswerValue.Of(v[0].AsText?.ToUpper(AnswerText.French))),
        new("lower", "lower(texte)", "le texte en minuscules", [ValueType.Text], 1, false, ValueType.Text, (v, _) => AnswerValue.Of(v[0].AsText?.ToLower(AnswerText.French))),
        new("trim", "trim(texte)", "le texte sans espaces autour", [ValueType.Text], 1, false, ValueType.Text, (v, _) => AnswerValue.Of(v[0].AsText?.Trim())),
        new("length", "length(texte)", "le nombre de caractères", [ValueType.Text], 1, false, ValueType.Number,
            (v, _) => AnswerValue.Of((decimal)(v[0].AsText?.Length ?? 0))),
    ];

    // What people write in French for the same.
    private static readonly Dictionary<string, string> French = new(StringComparer.Ordinal)
    {
        ["somme"] = "sum", ["début"] = "start", ["fin"] = "end", ["nombre"] = "count", ["arrondi"] = "round", ["plancher"] = "floor", ["plafond"] = "ceil", ["absolu"] = "abs", ["aujourdhui"] = "today", ["âge"] = "age",
        ["années_entre"] = "years_between", ["jours_entre"] = "days_between", ["jours_ouvrés"] = "working_days", ["ajouter_jours_ouvrés"] = "add_working_days", ["année"] = "year", ["mois"] = "month",
        ["jour"] = "day", ["reste"] = "mod", ["majuscules"] = "upper", ["minuscules"] = "lower", ["sans_espaces"] = "trim", ["longueur"] = "length",
    };

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public static Function? Find(string name) => ByName.GetValueOrDefault(French.GetValueOrDefault(name, name));

    /// <summary>Whole years from one day to another; someone born on 29 February is a year older on 1 March in common years.</summary>
    public static int YearsBetween(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }

    private static AnswerValue Sum(IEnumerable<AnswerValue> values) => AnswerValue.Of(values.Sum(v => v.AsNumber ?? 0));

    private static AnswerValue Best(IEnumerable<AnswerValue> values, int sign)
    {
        decimal? best = null;
        foreach (var value in values)
        {
            if (value.AsNumber is { } x && (best is null || x.CompareTo(best.Value) * sign > 0)) best = x;
        }

        return best is { } found ? AnswerValue.Of(found) : default;
    }

    private static AnswerValue Number(AnswerValue value, Func<decimal, decimal> calculation) =>
        AnswerValue.Of(calculation(value.AsNumber ?? 0));

    private static int Digits(AnswerValue[] values) => values.Length < 2 ? 0 : (int)Math.Clamp(values[1].AsNumber ?? 0, 0, 10);

    private static string Written(AnswerValue value) => value.AsNumber is { } number
        ? number.ToString("0.############", CultureInfo.GetCultureInfo("fr-FR"))
        : value.AsDate is { } day ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : value.ToString();
}
