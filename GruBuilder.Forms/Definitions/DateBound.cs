using System.Globalization;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>
/// A limit of a date: a fixed day (<c>2026-09-01</c>) or one that moves with today
/// (<c>today</c>, <c>today+3d</c>, <c>today-2w</c>, <c>today+6m</c>, <c>today-18y</c>).
/// </summary>
public readonly record struct DateBound
{
    private readonly DateOnly _day;
    private readonly int _offset;
    private readonly char _unit;

    private DateBound(DateOnly day, int offset, char unit) => (_day, _offset, _unit) = (day, offset, unit);

    /// <summary>A fixed day.</summary>
    public static DateBound On(DateOnly day) => new(day, 0, '\0');

    /// <summary>Today, moved by a number of units.</summary>
    /// <param name="offset">How many; negative for the past.</param>
    /// <param name="unit">d, w, m or y.</param>
    public static DateBound FromToday(int offset = 0, char unit = 'd') => new(default, offset, unit);

    /// <summary>Whether it moves with today.</summary>
    public bool IsRelative => _unit != '\0';

    /// <summary>The limit as a day, given today.</summary>
    public DateOnly Resolve(DateOnly today)
    {
        try
        {
            return _unit switch
            {
                'd' => today.AddDays(_offset),
                'w' => today.AddDays(_offset * 7),
                'm' => today.AddMonths(_offset),
                'y' => today.AddYears(_offset),
                _ => _day,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return _offset < 0 ? DateOnly.MinValue : DateOnly.MaxValue;
        }
    }

    /// <summary>Reads the text of a limit.</summary>
    public static bool TryParse(string? text, out DateBound bound)
    {
        bound = default;
        if (string.IsNullOrEmpty(text)) return false;
        if (IsoDay.Parse<char>(text) is { } day)
        {
            bound = On(day);
            return true;
        }

        if (!text.StartsWith("today", StringComparison.Ordinal)) return false;
        var rest = text.AsSpan(5);
        if (rest.IsEmpty)
        {
            bound = FromToday();
            return true;
        }

        var unit = rest[^1];
        if (rest[0] is not ('+' or '-') || unit is not ('d' or 'w' or 'm' or 'y')) return false;
        if (!int.TryParse(rest[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset) || Math.Abs((long)offset) > 100_000) return false;
        bound = FromToday(offset, unit);
        return true;
    }

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => !IsRelative
        ? _day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : _offset == 0 ? "today" : string.Create(CultureInfo.InvariantCulture, $"today{_offset:+0;-0}{_unit}");

    /// <summary>In French: « aujourd’hui », « aujourd’hui plus 3 jours », « 14 juillet 2026 ».</summary>
    internal string ToFrench()
    {
        if (!IsRelative) return AnswerText.Day(_day);
        if (_offset == 0) return "aujourd’hui";
        var count = Math.Abs(_offset);
        var unit = _unit switch { 'd' => "jour", 'w' => "semaine", 'm' => "mois", _ => "an" };
        var plural = count > 1 && _unit != 'm' ? "s" : "";
        return string.Create(CultureInfo.InvariantCulture, $"aujourd’hui {(_offset < 0 ? "moins" : "plus")} {count} {unit}{plural}");
    }
}
