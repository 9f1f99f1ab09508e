using System.Globalization;

namespace GruBuilder.Web.Features.Municipality;

/// <summary>The time as the town's clock shows it, and how French writes it.</summary>
/// <param name="time">The source of time.</param>
/// <param name="town">The town, for its zone.</param>
public sealed class TownClock(TimeProvider time, MunicipalityProfile town)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(town.TimeZone);

    /// <summary>Now, in universal time: what is stored.</summary>
    public DateTimeOffset UtcNow => time.GetUtcNow();

    /// <summary>Today in the town.</summary>
    public DateOnly Today => Day(UtcNow);

    /// <summary>A moment with the town's offset.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    /// <summary>The day of a moment in the town.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The moment at which the town's clock shows this day and hour; the first of two when clocks go back, null for an hour that they pass over.</summary>
    public DateTimeOffset? Moment(DateTime shown)
    {
        var local = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local)) return null;
        return new DateTimeOffset(local, _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary><c>25 novembre 2026</c>.</summary>
    public static string Date(DateOnly day) => day.Day == 1 ? $"1er {day.ToString("MMMM yyyy", French)}" : day.ToString("d MMMM yyyy", French);

    /// <summary><c>25 novembre 2026</c>, in the town.</summary>
    public string Date(DateTimeOffset moment) => Date(Day(moment));

    /// <summary><c>14 h 30</c>, in the town.</summary>
    public string Hour(DateTimeOffset moment)
    {
        var local = Local(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Hour}\u202Fh\u202F{local.Minute:00}");
    }

    /// <summary><c>25 novembre 2026 à 14 h 30</c>, in the town.</summary>
    public string DateAndHour(DateTimeOffset moment) => $"{Date(moment)} à {Hour(moment)}";

    /// <summary>For the <c>datetime</c> attribute of a <c>time</c> element.</summary>
    public string Machine(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
