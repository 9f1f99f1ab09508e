namespace GruBuilder.Forms.Answers;

/// <content>Times, days with a time, months, ranges of days: each fits into one exact number.</content>
public readonly partial struct AnswerValue
{
    // More than the number of any day.
    private const decimal RangeBase = 10_000_000m;

    /// <summary>A time of day; seconds are left out.</summary>
    public static AnswerValue Of(TimeOnly time) => new(AnswerKind.Time, null, time.Hour * 60 + time.Minute);

    /// <summary>A day and a time on the town's clock; seconds are left out.</summary>
    public static AnswerValue Of(DateTime moment) => new(AnswerKind.DateTime, null, moment.Ticks / TimeSpan.TicksPerMinute);

    /// <summary>A month.</summary>
    public static AnswerValue Of(CalendarMonth month) => new(AnswerKind.Month, null, month.Number);

    /// <summary>A range of days, even one that ends before it begins: that is for validation to say.</summary>
    public static AnswerValue Of(DateRange range) => new(AnswerKind.DateRange, null, range.From.DayNumber * RangeBase + range.To.DayNumber);

    /// <summary>The time, or null when it holds something else.</summary>
    public TimeOnly? AsTime => Kind == AnswerKind.Time ? new TimeOnly((int)_number / 60, (int)_number % 60) : null;

    /// <summary>The day and time, or null when it holds something else.</summary>
    public DateTime? AsDateTime => Kind == AnswerKind.DateTime ? new DateTime((long)_number * TimeSpan.TicksPerMinute, DateTimeKind.Unspecified) : null;

    /// <summary>The month, or null when it holds something else.</summary>
    public CalendarMonth? AsMonth => Kind == AnswerKind.Month ? CalendarMonth.FromNumber((int)_number) : null;

    /// <summary>The range, or null when it holds something else.</summary>
    public DateRange? AsDateRange => Kind == AnswerKind.DateRange
        ? new DateRange(DateOnly.FromDayNumber((int)(_number / RangeBase)), DateOnly.FromDayNumber((int)(_number % RangeBase)))
        : null;
}
