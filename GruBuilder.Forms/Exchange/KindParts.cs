using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>Kinds that every format has under other names.</summary>
internal static partial class KindParts
{
    /// <summary>From so many options on, a list that can be searched is worth a text box.</summary>
    private const int FewToSearch = 20;

    /// <summary>A number; an amount when its unit is the euro and it goes down to cents.</summary>
    public static InputField Number(string key, string label, string? unit, int? decimals) => IsEuro(unit) && decimals is null or 2
        ? new AmountField { Key = key, Label = label }
        : new NumberField { Key = key, Label = label, Decimals = decimals ?? 10, Unit = unit };

    public static bool IsEuro(string? unit) => unit?.Trim().ToUpperInvariant() is "€" or "EUR" or "EURO" or "EUROS";

    /// <summary>The limits of a number or an amount.</summary>
    public static InputField Within(InputField field, decimal? min, decimal? max) => field switch
    {
        NumberField number => number with { Min = min ?? number.Min, Max = max ?? number.Max },
        AmountField amount => amount with { Min = min ?? amount.Min, Max = max ?? amount.Max },
        _ => field,
    };

    /// <summary>A list to unfold, or to search when it is long and the source lets people search.</summary>
    public static SingleChoiceField Unfolded(SingleChoiceField choice, bool isSearched) =>
        choice with { Presentation = isSearched && choice.Options.Length >= FewToSearch ? ChoicePresentation.Autocomplete : ChoicePresentation.DropDown };

    /// <summary>A box that must be ticked before the form can be sent: whoever ticks it agrees.</summary>
    public static Field Consent(Field box) => box is YesNoField { Required: true } must ? FieldParts.Like(new ConsentField { Key = "", Label = "" }, must) : box;

    /// <summary>A picture; when it is not at an https address, a text stands in its place.</summary>
    public static Field Image(string key, string label, string? address, string? alternative, string path, ImportBuilder builder)
    {
        var image = new ImageField { Key = key, Label = label, Source = address ?? "", AlternativeText = alternative };
        if (image.Address?.StartsWith("https://", StringComparison.Ordinal) == true) return image;
        builder.Lost("image-not-carried", $"L'image « {JsonReading.Short(alternative ?? label)} » n'est pas à une adresse https ({JsonReading.Short(address ?? "")}) : un texte en tient la place. Déposez-la dans le dossier images de la ville.", path);
        return new InformationField { Key = key, Label = "", Text = $"**À compléter :** l'image « {JsonReading.Short(alternative ?? label)} » n'a pas pu être reprise." };
    }

    /// <summary>A limit of a time of day.</summary>
    public static TimeOnly? Hour(SourceElement source, string property, ImportBuilder builder)
    {
        if (source.Text(property) is not { } text) return null;
        if (Moments.ReadTime(text) is { } time) return new TimeOnly(time.Hour, time.Minute);
        builder.Lost("bounds-dropped", $"La limite « {JsonReading.Short(text)} » n'est pas reprise : indiquez une heure.", source.PathOf(property));
        return null;
    }

    /// <summary>A mask as a pattern; each of its signs stands for a class of characters, or for itself.</summary>
    public static string Mask(string mask, Func<char, string?> classOf) => string.Concat(mask.Select(c => classOf(c) ?? Regex.Escape(c.ToString())));

    /// <summary>The same choice for each row; one choice without rows, and nothing where there are too many rows or options for a table.</summary>
    public static Field? Matrix(string key, string label, ImmutableArray<Option> rows, ImmutableArray<Option> options, bool several) =>
        rows.Length > MatrixField.MostRows || options.Length > MatrixField.MostOptions ? null
        : !rows.IsEmpty ? new MatrixField { Key = key, Label = label, Rows = rows, Options = options, Several = several }
        : several ? new MultipleChoiceField { Key = key, Label = label, Options = options }
        : new SingleChoiceField { Key = key, Label = label, Options = options };

    /// <summary>The name of a row, where a button says « Ajouter un enfant ».</summary>
    public static RepeatedGroupField Named(RepeatedGroupField rows, string? button) =>
        button is not null && AddButton().Match(button) is { Success: true } named ? rows with { RowLabel = named.Groups["row"].Value } : rows;

    /// <summary>The autocomplete token, when it says what is asked.</summary>
    public static string? Autocomplete(string? token) => token is null or "on" or "off" or "none" || !Token().IsMatch(token) ? null : token;

    [GeneratedRegex(@"\A[Aa]jouter (?<row>une? \p{Ll}[\p{L}'’ -]{1,58})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 100)]
    private static partial Regex AddButton();

    [GeneratedRegex(@"\A[a-z][a-z0-9 -]{0,80}\z", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Token();
}
