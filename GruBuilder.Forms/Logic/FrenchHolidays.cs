namespace GruBuilder.Forms.Logic;

/// <summary>The public holidays of metropolitan France (Code du travail, L3133-1), Alsace and Moselle's own left out.</summary>
public static class FrenchHolidays
{
    /// <summary>Whether a day is a public holiday.</summary>
    public static bool IsHoliday(DateOnly day)
    {
        if ((day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25))
        {
            return true;
        }

        // Easter Monday, Ascension and Whit Monday.
        return day.Year >= 1583 && (day.DayNumber - Easter(day.Year).DayNumber) is 1 or 39 or 50;
    }

    /// <summary>Whether a day is worked: neither Saturday, Sunday nor a public holiday.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher's computation).</summary>
    /// <param name="year">1583 to 9999.</param>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var century = Math.DivRem(year, 100, out var rest);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var month = Math.DivRem(epact + weekday - (7 * correction) + 114, 31, out var day);
        return new DateOnly(year, month, day + 1);
    }
}
