using System.Globalization;

namespace GruBuilder.Forms.Receipts.Law;

/// <summary>How a legal period is counted.</summary>
public enum PeriodUnit
{
    /// <summary>Calendar months, from day to same day.</summary>
    Months,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Working days: neither Saturdays, Sundays nor French public holidays.</summary>
    WorkingDays,
}

/// <summary>A period set by a text, such as two months.</summary>
public sealed record LegalPeriod
{
    /// <summary>The longest count accepted: ten years of months, or of days.</summary>
    public const int MaximumCount = 3660;

    /// <summary>Makes a period.</summary>
    /// <param name="count">How many units: 1 to <see cref="MaximumCount"/>.</param>
    /// <param name="unit">How they are counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count or the unit is out of range.</exception>
    public LegalPeriod(int count, PeriodUnit unit)
    {
        if (count is < 1 or > MaximumCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"A legal period counts from 1 to {MaximumCount} units: correct the procedure's period.");
        }

        if (!Enum.IsDefined(unit))
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "A legal period is counted in months, days or working days.");
        }

        Count = count;
        Unit = unit;
    }

    /// <summary>How many units.</summary>
    public int Count { get; }

    /// <summary>How they are counted.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>The period of L231-1 where no other is set: two months.</summary>
    public static LegalPeriod Default { get; } = Months(2);

    /// <summary>A period in months.</summary>
    public static LegalPeriod Months(int count) => new(count, PeriodUnit.Months);

    /// <summary>A period in calendar days.</summary>
    public static LegalPeriod Days(int count) => new(count, PeriodUnit.Days);

    /// <summary>A period in working days.</summary>
    public static LegalPeriod WorkingDays(int count) => new(count, PeriodUnit.WorkingDays);

    /// <summary>The period in French, as read in a sentence: <c>deux mois</c>, <c>15 jours</c>, <c>un jour ouvré</c>.</summary>
    public override string ToString()
    {
        string[] words = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];
        var count = Count <= words.Length ? words[Count - 1] : Count.ToString(CultureInfo.InvariantCulture);
        var unit = (Unit, Count) switch
        {
            (PeriodUnit.Months, _) => "mois",
            (PeriodUnit.Days, 1) => "jour",
            (PeriodUnit.Days, _) => "jours",
            (_, 1) => "jour ouvré",
            _ => "jours ouvrés",
        };
        return $"{count} {unit}";
    }
}
