using System.Text;

namespace GruBuilder.Forms.Logic;

/// <summary>Finds keys, or options, by their UTF-8 bytes, without making text of them.</summary>
internal sealed class KeyTable
{
    private const int FewKeys = 8;
    private readonly byte[][] _keys;
    private readonly int[]? _buckets;
    private readonly int[]? _next;

    public KeyTable(IReadOnlyList<string> keys)
    {
        _keys = new byte[keys.Count][];
        for (var i = 0; i < _keys.Length; i++) _keys[i] = Encoding.UTF8.GetBytes(keys[i]);
        if (_keys.Length <= FewKeys) return;
        var size = 16;
        while (size < _keys.Length * 2) size *= 2;
        _buckets = new int[size];
        _next = new int[_keys.Length];

        // Backwards, so that of two equal keys the first is found.
        for (var i = _keys.Length - 1; i >= 0; i--)
        {
            ref var bucket = ref _buckets[Hash(_keys[i]) & (size - 1)];
            _next[i] = bucket;
            bucket = i + 1;
        }
    }

    /// <summary>The place of the key, or -1. Answers mostly come in the order of the form: the place after the last is tried first.</summary>
    public int Find(ReadOnlySpan<byte> key, int likely)
    {
        if ((uint)likely < (uint)_keys.Length && key.SequenceEqual(_keys[likely])) return likely;
        if (_buckets is null)
        {
            for (var i = 0; i < _keys.Length; i++)
            {
                if (key.SequenceEqual(_keys[i])) return i;
            }

            return -1;
        }

        for (var i = _buckets[Hash(key) & (_buckets.Length - 1)] - 1; i >= 0; i = _next![i] - 1)
        {
            if (key.SequenceEqual(_keys[i])) return i;
        }

        return -1;
    }

    private static int Hash(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;
        foreach (var b in key) hash = (hash ^ b) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }
}
