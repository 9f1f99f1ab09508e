using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace GruBuilder.Forms.Designer;

/// <summary>Compares the parts of a definition property by property, whatever their kind.</summary>
internal static class RecordProperties
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>
    /// What <paramref name="now"/> is without the change from <paramref name="before"/> to <paramref name="after"/>: properties that
    /// differ between these two go back. Null when one of them is neither any more, or the kinds differ.
    /// </summary>
    /// <param name="before">As it was.</param>
    /// <param name="after">As the change left it.</param>
    /// <param name="now">As it is.</param>
    /// <param name="except">The name of a property that is looked after elsewhere.</param>
    public static object? Revert(object before, object after, object now, string except)
    {
        if (after.GetType() != now.GetType()) return null;
        // Made another kind by the change: it goes back as a whole, if it is as the change left it.
        if (before.GetType() != after.GetType()) return Same(after, now) ? before : null;
        object? made = null;
        foreach (var property in Of(now.GetType()))
        {
            if (string.Equals(property.Name, except, StringComparison.Ordinal)) continue;
            var (was, became, isNow) = (property.GetValue(before), property.GetValue(after), property.GetValue(now));
            if (Same(was, became) || Same(was, isNow)) continue;
            if (!Same(became, isNow)) return null;
            made ??= Copy(now);
            property.SetValue(made, was);
        }

        return made ?? now;
    }

    /// <summary>Whether two values say the same, all the way down.</summary>
    public static bool Same(object? one, object? other)
    {
        if (ReferenceEquals(one, other) || Equals(one, other)) return true;
        if (one is null || other is null || one.GetType() != other.GetType() || one is string) return false;
        if (one is IEnumerable first && other is IEnumerable second)
        {
            return IsList(first) && IsList(second) ? first.Cast<object?>().SequenceEqual(second.Cast<object?>(), Contents.Instance) : !IsList(first) && !IsList(second);
        }

        // Two definitions' parts hold lists, which compare by reference: they are looked into.
        return one.GetType() is { IsValueType: false } type && type.Assembly == typeof(RecordProperties).Assembly && Of(type) is { Length: > 0 } properties
            && Array.TrueForAll(properties, p => Same(p.GetValue(one), p.GetValue(other)));
    }

    // An array that was never set cannot be walked through.
    private static bool IsList(IEnumerable list) => list is not ICollection { } array || list.GetType().GetProperty("IsDefault")?.GetValue(array) is not true;

    private static PropertyInfo[] Of(Type type) => Known.GetOrAdd(type, t =>
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p is { CanRead: true, CanWrite: true } && p.GetIndexParameters().Length == 0)]);

    private static object Copy(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;

    private sealed class Contents : IEqualityComparer<object?>
    {
        public static readonly Contents Instance = new();

        bool IEqualityComparer<object?>.Equals(object? x, object? y) => Same(x, y);

        int IEqualityComparer<object?>.GetHashCode(object? obj) => 0;
    }
}
