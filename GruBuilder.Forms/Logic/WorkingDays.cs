namespace GruBuilder.Forms.Logic;

/// <summary>Days from Monday to Friday that are no French holiday.</summary>
internal static class WorkingDays
{
    // Far beyond any delay of an administration, and bounded in time.
    private const int MostDays = 40_000;

    /// <summary>How many working days come after the first day, up to the last; negative when the last comes before.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        var last = Math.Min(to.DayNumber, from.DayNumber + MostDays);
        for (var day = from.DayNumber + 1; day <= last; day++)
        {
            if (FrenchHolidays.IsWorkingDay(DateOnly.FromDayNumber(day))) count++;
        }

        return count;
    }

    /// <summary>The day so many working days later, or earlier; null when that is out of reach.</summary>
    public static DateOnly? Add(DateOnly from, decimal count)
    {
        var left = Math.Abs(decimal.Truncate(count));
        var step = count < 0 ? -1 : 1;
        var day = from.DayNumber;
        for (var tried = 0; left > 0; tried++)
        {
            day += step;
            if (tried > MostDays || day < 0 || day > DateOnly.MaxValue.DayNumber) return null;
            if (FrenchHolidays.IsWorkingDay(DateOnly.FromDayNumber(day))) left--;
        }

        return DateOnly.FromDayNumber(day);
    }
}
