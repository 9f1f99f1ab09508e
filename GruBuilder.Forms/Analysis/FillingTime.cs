using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Analysis;

/// <summary>About how long a form takes to fill in.</summary>
public static class FillingTime
{
    // Silent reading of plain French, in words a second.
    private const double WordsPerSecond = 3;

    /// <summary>The time for a person who answers every question that is always asked, and half of those that depend on others.</summary>
    public static TimeSpan Of(FormDefinition definition) => TimeSpan.FromSeconds(definition.Pages.Sum(p => p.Fields.Sum(Seconds) * (p.VisibleIf is null ? 1 : 0.5)));

    /// <summary>In words: « environ 5 minutes ».</summary>
    public static string InWords(FormDefinition definition)
    {
        var minutes = (int)Math.Ceiling(Of(definition).TotalMinutes);
        return minutes <= 1 ? "moins d'une minute" : $"environ {minutes} minutes";
    }

    private static double Seconds(Field field)
    {
        var reading = (Words(field.Label) + Words(field.Help) + Words(field switch { InformationField information => information.Text, ConsentField consent => consent.Text, _ => null })) / WordsPerSecond;
        var answering = field switch
        {
            RepeatedGroupField group => group.Fields.Sum(Seconds) * Math.Max(1, group.MinRows),
            LongTextField => 45,
            FileField => 40,
            PostalAddressField => 20,
            IdentityField identity => identity.Asked.Length * 5,
            MapPlaceField or SignatureField => 20,
            MatrixField matrix => matrix.Rows.Length * 4,
            ChoiceField choice => 3 + Math.Min(choice.Options.Length, 20) * 0.5,
            YesNoField or ConsentField => 3,
            HiddenValueField => 0,
            InputField => 8,
            _ => 0,
        };
        return (reading + answering) * (field.VisibleIf is null ? 1 : 0.5);
    }

    private static int Words(string? text) => text is null ? 0 : PlainFrench.CountWords(text);
}
