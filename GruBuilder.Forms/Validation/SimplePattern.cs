using System.Collections.Immutable;
using System.Globalization;

namespace GruBuilder.Forms.Validation;

/// <summary>
/// A regular expression that is only a chain of characters and classes, each repeated in a way that leaves no choice: postal codes,
/// numbers, plates. It is matched in one pass; it needs nothing built, and cannot backtrack.
/// </summary>
internal sealed class SimplePattern
{
    private readonly ImmutableArray<Item> _items;

    private SimplePattern(ImmutableArray<Item> items) => _items = items;

    /// <summary>Whether the whole text matches.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var at = 0;
        foreach (var item in _items)
        {
            var most = item.Max is { } max && max < text.Length - at ? at + max : text.Length;
            var start = at;
            while (at < most && item.Set.Holds(text[at])) at++;
            if (at - start < item.Min) return false;
        }

        return at == text.Length;
    }

    /// <summary>Reads a pattern; null when it is more than such a chain.</summary>
    public static SimplePattern? TryRead(string pattern)
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        var at = pattern.StartsWith('^') ? 1 : 0;
        var end = pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal) ? pattern.Length - 1 : pattern.Length;
        while (at < end)
        {
            if (ReadSet(pattern, end, ref at) is not { } set) return null;
            if (!ReadCount(pattern, end, ref at, out var min, out var max)) return null;
            items.Add(new Item(set, min, max));
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Max != items[i].Min && !LeavesNoChoice(items, i)) return null;
        }

        return new SimplePattern(items.ToImmutable());
    }

    // Taking as much as one can is right when nothing that may come next could have taken it as well.
    private static bool LeavesNoChoice(ImmutableArray<Item>.Builder items, int at)
    {
        for (var next = at + 1; next < items.Count; next++)
        {
            if (items[at].Set.Meets(items[next].Set)) return false;
            if (items[next].Min > 0) return true;
        }

        return true;
    }

    private static CharacterSet? ReadSet(string pattern, int end, ref int at)
    {
        var c = pattern[at++];
        switch (c)
        {
            case '[':
                return ReadClass(pattern, end, ref at);
            case '\\':
                return at < end ? Escaped(pattern[at++]) : null;
            case '.':
                return CharacterSet.Of([('\n', '\n')], negated: true);
            case '(' or ')' or '|' or '*' or '+' or '?' or '{' or '}' or '^' or '$' or ']':
                return null;
            default:
                return char.IsSurrogate(c) ? null : CharacterSet.Of([(c, c)], negated: false);
        }
    }

    private static CharacterSet? Escaped(char c) => c switch
    {
        'd' => CharacterSet.Digits,
        _ => char.IsAsciiLetterOrDigit(c) ? null : CharacterSet.Of([(c, c)], negated: false),
    };

    private static CharacterSet? ReadClass(string pattern, int end, ref int at)
    {
        var negated = at < end && pattern[at] == '^';
        if (negated) at++;
        var ranges = new List<(char From, char To)>();
        while (at < end && pattern[at] != ']')
        {
            var c = pattern[at++];
            if (c == '[' || char.IsSurrogate(c)) return null;
            if (c == '\\')
            {
                if (at == end || Escaped(pattern[at++]) is not { } set) return null;
                if (set == CharacterSet.Digits)
                {
                    ranges.AddRange(set.Ranges);
                    continue;
                }

                c = set.Ranges[0].From;
            }

            var to = c;
            if (at + 1 < end && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                to = pattern[at + 1];
                if (to is '\\' or '[' || to < c || char.IsSurrogate(to)) return null;
                at += 2;
            }

            ranges.Add((c, to));
        }

        if (at == end || ranges.Count == 0) return null;
        at++;
        return CharacterSet.Of(ranges, negated);
    }

    private static bool ReadCount(string pattern, int end, ref int at, out int min, out int? max)
    {
        (min, max) = (1, 1);
        if (at == end) return true;
        switch (pattern[at])
        {
            case '+': (min, max) = (1, null); break;
            case '*': (min, max) = (0, null); break;
            case '?': (min, max) = (0, 1); break;
            case '{':
                var close = pattern.IndexOf('}', at);
                if (close < 0 || close >= end) return false;
                var inside = pattern.AsSpan(at + 1, close - at - 1);
                var comma = inside.IndexOf(',');
                if (!Whole(comma < 0 ? inside : inside[..comma], out min)) return false;
                if (comma < 0) max = min;
                else if (comma == inside.Length - 1) max = null;
                else if (Whole(inside[(comma + 1)..], out var most) && most >= min) max = most;
                else return false;
                at = close;
                break;
            default:
                return true;
        }

        at++;

        // A lazy repetition, or one upon another.
        return at == end || pattern[at] is not ('?' or '+' or '*' or '{');
    }

    private static bool Whole(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 10_000;

    private readonly record struct Item(CharacterSet Set, int Min, int? Max);

    private sealed class CharacterSet
    {
        private readonly UInt128 _ascii;

        private CharacterSet(ImmutableArray<(char From, char To)> ranges)
        {
            Ranges = ranges;
            for (var c = 0; c < 128; c++)
            {
                if (ranges.Any(r => c >= r.From && c <= r.To)) _ascii |= UInt128.One << c;
            }
        }

        public static CharacterSet Digits { get; } = new(DigitRanges());

        /// <summary>In order, apart from each other.</summary>
        public ImmutableArray<(char From, char To)> Ranges { get; }

        public static CharacterSet Of(IEnumerable<(char From, char To)> ranges, bool negated)
        {
            var ordered = ranges.OrderBy(r => r.From).ToList();
            var apart = ImmutableArray.CreateBuilder<(char From, char To)>();
            foreach (var (from, to) in ordered)
            {
                if (apart.Count > 0 && from <= apart[^1].To + 1) apart[^1] = (apart[^1].From, apart[^1].To > to ? apart[^1].To : to);
                else apart.Add((from, to));
            }

            return new CharacterSet(negated ? Others(apart) : apart.ToImmutable());
        }

        public bool Holds(char c)
        {
            if (c < 128) return (_ascii >> c & UInt128.One) != UInt128.Zero;
            foreach (var (from, to) in Ranges)
            {
                if (c <= to) return c >= from;
            }

            return false;
        }

        public bool Meets(CharacterSet other) => Ranges.Any(a => other.Ranges.Any(b => a.From <= b.To && b.From <= a.To));

        private static ImmutableArray<(char From, char To)> Others(ImmutableArray<(char From, char To)>.Builder ranges)
        {
            var others = ImmutableArray.CreateBuilder<(char From, char To)>();
            var next = 0;
            foreach (var (from, to) in ranges)
            {
                if (next < from) others.Add(((char)next, (char)(from - 1)));
                next = to + 1;
            }

            if (next <= char.MaxValue) others.Add(((char)next, char.MaxValue));
            return others.ToImmutable();
        }

        private static ImmutableArray<(char From, char To)> DigitRanges()
        {
            var ranges = ImmutableArray.CreateBuilder<(char From, char To)>();
            for (var c = 0; c <= char.MaxValue; c++)
            {
                if (!char.IsDigit((char)c)) continue;
                if (ranges.Count > 0 && ranges[^1].To == c - 1) ranges[^1] = (ranges[^1].From, (char)c);
                else ranges.Add(((char)c, (char)c));
            }

            return ranges.ToImmutable();
        }
    }
}
