using System.Globalization;

namespace GruBuilder.Forms.Answers;

/// <summary>A month of a year.</summary>
/// <param name="Year">From 1 to 9999.</param>
/// <param name="Month">From 1 to 12.</param>
public readonly record struct CalendarMonth(int Year, int Month)
{
    /// <summary>The month that a day is in.</summary>
    public static CalendarMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Months since the year 0: later months have higher numbers.</summary>
    public int Number => Year * 12 + Month - 1;

    /// <summary>The month with this <see cref="Number"/>.</summary>
    public static CalendarMonth FromNumber(int number) => new(number / 12, number % 12 + 1);

    /// <summary>Reads <c>2026-11</c>.</summary>
    public static bool TryParse(string? text, out CalendarMonth month)
    {
        var isMonth = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = isMonth ? Of(day) : default;
        return isMonth;
    }

    /// <summary><c>2026-11</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}

/// <summary>Days from a first to a last one.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>How many days, first and last counted; less than 1 when they are the wrong way round.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary><c>2026-07-01/2026-07-15</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}");
}
