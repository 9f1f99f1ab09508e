using System.Globalization;
using ValueType = GruBuilder.Forms.Logic.ValueType;

namespace GruBuilder.Forms.Answers;

/// <summary>Days and times as browsers and JSON write them.</summary>
internal static class Moments
{
    public static DateOnly? ReadDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static TimeOnly? ReadTime(string? text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static DateTime? ReadDateTime(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    /// <summary>The text as a time, moment or month; null when it is none, or another type is wanted.</summary>
    public static AnswerValue? Read(ValueType type, string? text) => type switch
    {
        ValueType.Time => ReadTime(text) is { } time ? AnswerValue.Of(time) : null,
        ValueType.Moment => ReadDateTime(text) is { } moment ? AnswerValue.Of(moment) : null,
        ValueType.Month => CalendarMonth.TryParse(text, out var month) ? AnswerValue.Of(month) : null,
        _ => null,
    };
}
