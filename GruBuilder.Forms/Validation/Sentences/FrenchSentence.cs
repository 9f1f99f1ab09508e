using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Validation.Sentences;

/// <summary>What the engine says in French.</summary>
internal sealed partial class FrenchSentence : Sentence
{
    public override Language Language => Language.French;

    public override string Yes => "Oui";

    public override string No => "Non";

    public override string Missing(InputField field) => field switch
    {
        RankingField => $"Classez les réponses à « {field.Label} ».",
        ChoiceField or YesNoField => $"Choisissez une réponse à « {field.Label} ».",
        FileField => $"Ajoutez un fichier à « {field.Label} ».",
        DateField => $"Indiquez une date à « {field.Label} », par exemple 14/07/1986.",
        EmailField => $"Indiquez une adresse e-mail à « {field.Label} », par exemple nom@exemple.fr.",
        TelephoneField => $"Indiquez un numéro de téléphone à « {field.Label} », par exemple 06 12 34 56 78.",
        PostalAddressField => $"Indiquez une adresse à « {field.Label} ».",
        ConsentField => $"Cochez « {field.Label} » pour continuer.",
        AmountField => $"Indiquez un montant à « {field.Label} », par exemple 1\u202f234,50.",
        TimeField => $"Indiquez une heure à « {field.Label} », par exemple 14:30.",
        DateTimeField => $"Indiquez un jour et une heure à « {field.Label} ».",
        MonthField => $"Indiquez un mois à « {field.Label} ».",
        DateRangeField => $"Indiquez le premier et le dernier jour de « {field.Label} ».",
        RatingField => $"Choisissez une note à « {field.Label} ».",
        IdentifierField identifier => $"Indiquez {Identifiers.Of(identifier.Scheme).Asked} à « {field.Label} », par exemple {Identifiers.Of(identifier.Scheme).Example}.",
        NumberField => $"Indiquez un nombre à « {field.Label} ».",
        CommuneField => $"Indiquez une commune à « {field.Label} ».",
        MapPlaceField => $"Indiquez un lieu à « {field.Label} » : une adresse, ou un point sur la carte.",
        SignatureField => $"Signez à « {field.Label} ».",
        _ => $"Répondez à « {field.Label} ».",
    };

    public override string TooFewRows(RepeatedGroupField group) => $"Ajoutez au moins {group.MinRows} {group.RowNoun}{(group.MinRows > 1 ? "s" : "")} à « {group.Label} ».";

    public override string TooManyRows(RepeatedGroupField group, int count) => $"« {group.Label} » : {group.MaxRows} au plus. Retirez-en {count - group.MaxRows}.";

    public override string NoLongerOffered(string label, string option) => $"« {label} » : la réponse « {option} » n'est plus possible. Choisissez-en une autre.";

    public override string AlreadyGiven(string label, string row) => $"« {label} » : cette réponse figure déjà ({row}). Indiquez-en une autre.";

    public override string WriteAnswer(string label) => $"Écrivez votre réponse à « {label} ».";

    public override string OneLine(string label) => $"Écrivez votre réponse à « {label} » sur une seule ligne.";

    public override string TooShort(string label, int least) => $"« {label} » : écrivez au moins {least} caractères.";

    public override string TooLong(string label, int most, int length) => $"« {label} » : écrivez {most} caractères au plus, il y en a {length}.";

    public override string WrongShape(string label) => $"« {label} » : vérifiez la façon d'écrire votre réponse.";

    public override string NoNumber(string label, decimal example, int decimals) => $"« {label} » : indiquez un nombre, par exemple {AnswerText.Number(example, decimals)}.";

    public override string NotWhole(string label) => $"« {label} » : indiquez un nombre entier, sans virgule.";

    public override string TooPrecise(string label, int decimals) => $"« {label} » : gardez {decimals} chiffre{(decimals > 1 ? "s" : "")} après la virgule au plus.";

    public override string NumberBetween(string label, decimal min, decimal max) => $"« {label} » : indiquez un nombre de {AnswerText.Number(min)} à {AnswerText.Number(max)}.";

    public override string NumberFrom(string label, decimal min) => $"« {label} » : indiquez {AnswerText.Number(min)} ou plus.";

    public override string NumberTo(string label, decimal max) => $"« {label} » : indiquez {AnswerText.Number(max)} ou moins.";

    public override string NoAmount(string label) => $"« {label} » : indiquez un montant en euros, par exemple 1\u202f234,50.";

    public override string TooManyCents(string label) => $"« {label} » : gardez deux chiffres après la virgule au plus.";

    public override string AmountBetween(string label, decimal min, decimal max) => $"« {label} » : indiquez un montant de {AnswerText.Euros(min)} à {AnswerText.Euros(max)}.";

    public override string AmountFrom(string label, decimal min) => $"« {label} » : indiquez {AnswerText.Euros(min)} ou plus.";

    public override string AmountTo(string label, decimal max) => $"« {label} » : indiquez {AnswerText.Euros(max)} ou moins.";

    public override string NoMark(string label, int most) => $"« {label} » : choisissez une note de 1 à {most}.";

    public override string NoDate(string label) => $"« {label} » : indiquez une date qui existe, par exemple 14/07/1986.";

    public override string FromToday(string label) => $"« {label} » : indiquez une date à partir d'aujourd'hui.";

    public override string FromDay(string label, DateOnly first) => $"« {label} » : indiquez une date à partir du {AnswerText.Day(first)}.";

    public override string UntilToday(string label) => $"« {label} » : indiquez une date passée, ou celle d'aujourd'hui.";

    public override string UntilDay(string label, DateOnly last) => $"« {label} » : indiquez une date jusqu'au {AnswerText.Day(last)}.";

    public override string NoTime(string label) => $"« {label} » : indiquez une heure, par exemple 14:30.";

    public override string TimeFrom(string label, TimeOnly min) => $"« {label} » : indiquez une heure à partir de {AnswerText.Hour(min)}.";

    public override string TimeUntil(string label, TimeOnly max) => $"« {label} » : indiquez une heure jusqu'à {AnswerText.Hour(max)}.";

    public override string TimeInSteps(string label, int step, TimeOnly first) => $"« {label} » : indiquez une heure de {step} en {step} minutes, par exemple {AnswerText.Hour(first)} ou {AnswerText.Hour(first.AddMinutes(step))}.";

    public override string NoMoment(string label) => $"« {label} » : indiquez un jour et une heure, par exemple 25/11/2026 à 14:30.";

    public override string NoMonth(string label) => $"« {label} » : indiquez un mois et une année, par exemple novembre 2026.";

    public override string MonthFrom(string label, CalendarMonth first) => $"« {label} » : indiquez un mois à partir de {AnswerText.Month(first)}.";

    public override string MonthUntil(string label, CalendarMonth last) => $"« {label} » : indiquez un mois jusqu'à {AnswerText.Month(last)}.";

    public override string NoRange(string label) => $"« {label} » : indiquez le premier et le dernier jour.";

    public override string RangeBackwards(string label) => $"« {label} » : indiquez un dernier jour qui suit le premier.";

    public override string RangeTooLong(string label, int most, int days) => $"« {label} » : choisissez {most} jour{(most > 1 ? "s" : "")} au plus, il y en a {days}.";
}
