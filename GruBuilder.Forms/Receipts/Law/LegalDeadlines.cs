using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Receipts.Law;

/// <summary>Deadlines to the day.</summary>
public static class LegalDeadlines
{
    /// <summary>
    /// The day on which a period that starts on a given day ends. Months run to the same day number, or to the month's last
    /// day where that number does not exist; days and working days are counted from the next day on.
    /// </summary>
    /// <param name="start">The day of receipt, in the town's time zone.</param>
    /// <param name="period">The period.</param>
    public static DateOnly End(DateOnly start, LegalPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Unit switch
        {
            PeriodUnit.Months => start.AddMonths(period.Count),
            PeriodUnit.Days => start.AddDays(period.Count),
            _ => AddWorkingDays(start, period.Count),
        };
    }

    /// <summary>The day on which a period ends, counted from the day of a moment as the town's clock shows it.</summary>
    /// <param name="start">The moment of receipt; its offset is the town's.</param>
    /// <param name="period">The period.</param>
    public static DateOnly End(DateTimeOffset start, LegalPeriod period) =>
        End(DateOnly.FromDateTime(start.DateTime), period);

    /// <summary>
    /// The day on which silence becomes a decision once missing items have arrived (CRPA L114-5): acceptance counts its whole period from
    /// then; rejection was suspended meanwhile, no longer than the time set for the items.
    /// </summary>
    /// <param name="regime">What silence means.</param>
    /// <param name="period">The period.</param>
    /// <param name="before">The day as it stood before.</param>
    /// <param name="asked">When the items were asked for.</param>
    /// <param name="until">The time set for them.</param>
    /// <param name="arrived">When they arrived.</param>
    /// <returns>The day; null where no decision is asked for.</returns>
    public static DateOnly? AfterCompletion(SilenceRegime regime, LegalPeriod period, DateOnly before, DateOnly asked, DateOnly until, DateOnly arrived)
    {
        var end = arrived < until ? arrived : until;
        return regime switch
        {
            SilenceRegime.Acceptance => End(arrived, period),
            SilenceRegime.Rejection => before.AddDays(Math.Max(end.DayNumber - asked.DayNumber, 0)),
            _ => null,
        };
    }

    private static DateOnly AddWorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (FrenchHolidays.IsWorkingDay(day))
            {
                count--;
            }
        }

        return day;
    }
}
