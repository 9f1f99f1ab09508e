using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Numbers from one end to the other; an end that is null is open without bound.</summary>
/// <param name="From">The lowest.</param>
/// <param name="FromIn">Whether the lowest belongs to it.</param>
/// <param name="To">The highest.</param>
/// <param name="ToIn">Whether the highest belongs to it.</param>
internal readonly record struct NumberRange(decimal? From, bool FromIn, decimal? To, bool ToIn)
{
    public bool Holds(decimal x) => (From is not { } from || x > from || (FromIn && x == from)) && (To is not { } to || x < to || (ToIn && x == to));
}

/// <summary>What a cell of a decision table takes: anything, some ranges of numbers, or some texts.</summary>
internal sealed class TableCell
{
    private TableCell(ImmutableArray<NumberRange> ranges, ImmutableArray<string> texts, bool anything, string? problem) =>
        (Ranges, Texts, IsAnything, Problem) = (ranges, texts, anything, problem);

    public ImmutableArray<NumberRange> Ranges { get; }

    public ImmutableArray<string> Texts { get; }

    public bool IsAnything { get; }

    /// <summary>Why the cell cannot be read, in French; or null.</summary>
    public string? Problem { get; }

    public bool Fits(AnswerValue value)
    {
        if (IsAnything) return true;
        if (value.AsText is { } text) return Texts.Contains(text, StringComparer.Ordinal);
        if (value.AsNumber is not { } number) return false;
        foreach (var range in Ranges)
        {
            if (range.Holds(number)) return true;
        }

        return false;
    }

    public static TableCell Parse(string text, TableInputKind kind)
    {
        var cell = text.Trim();
        if (cell.Length == 0 || cell is "*" or "-" or "—") return new([], [], true, null);
        var parts = cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (kind == TableInputKind.Text) return new([], [.. parts], false, null);
        var ranges = ImmutableArray.CreateBuilder<NumberRange>(parts.Length);
        foreach (var part in parts)
        {
            if (Range(part) is not { } range) return new([], [], false, $"« {part} » n'est pas un nombre ni un intervalle : écrivez 500, 0..500, 0..<500, < 500 ou >= 500");
            if (range.From > range.To) return new([], [], false, $"« {part} » : le début dépasse la fin");
            ranges.Add(range);
        }

        return new(ranges.ToImmutable(), [], false, null);
    }

    private static NumberRange? Range(string part)
    {
        foreach (var (sign, lower, inclusive) in Signs)
        {
            if (!part.StartsWith(sign, StringComparison.Ordinal)) continue;
            if (Number(part[sign.Length..]) is not { } bound) return null;
            return lower ? new NumberRange(bound, inclusive, null, false) : new NumberRange(null, false, bound, inclusive);
        }

        var dots = part.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return Number(part) is { } exact ? new NumberRange(exact, true, exact, true) : null;
        var end = part[(dots + 2)..].Trim();
        var open = end.StartsWith('<');
        return Number(part[..dots]) is { } from && Number(open ? end[1..] : end) is { } to ? new NumberRange(from, true, to, !open) : null;
    }

    private static readonly (string Sign, bool Lower, bool Inclusive)[] Signs =
        [(">=", true, true), ("≥", true, true), ("<=", false, true), ("≤", false, true), (">", true, false), ("<", false, false)];

    // As people write it: 1 234,50 or 1234.50.
    private static decimal? Number(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
