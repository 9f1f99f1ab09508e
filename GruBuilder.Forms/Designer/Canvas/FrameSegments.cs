using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GruBuilder.Forms.Designer.Canvas;

/// <summary>
/// The order of a page's questions in short pieces, each drawn by a component of its own: a question that comes, goes or moves
/// costs the pieces that it touches, not the page. Which piece a question is in has no meaning.
/// </summary>
internal sealed class FrameSegments
{
    private const int Longest = 24;
    private readonly Dictionary<int, ImmutableArray<int>> _segments = [];
    private int _last;

    /// <summary>The pieces, in order, by number.</summary>
    public ImmutableArray<int> Numbers { get; private set; } = [];

    /// <summary>How many questions there are.</summary>
    public int Count { get; private set; }

    /// <summary>The questions of a piece, in order; none when it is gone.</summary>
    public ImmutableArray<int> this[int number] => _segments.GetValueOrDefault(number, []);

    /// <summary>Puts other questions in the place of those in a range.</summary>
    /// <param name="start">The first position of the range.</param>
    /// <param name="end">The position after its last.</param>
    /// <param name="ids">What stands there from now on.</param>
    /// <returns>The pieces whose questions are others now.</returns>
    public List<int> Replace(int start, int end, ImmutableArray<int> ids)
    {
        var (first, from) = PieceAt(start);
        var (last, to) = PieceAt(end);
        var old = Numbers.AsSpan()[first..Math.Min(last + 1, Numbers.Length)].ToArray();
        List<int> middle = [.. old.Length == 0 ? [] : this[old[0]].Take(from), .. ids, .. last < Numbers.Length ? this[Numbers[last]].Skip(to) : []];
        Count += ids.Length - (end - start);
        return Put(first, old, Shared(old, middle));
    }

    // The piece that holds a position, and where in it; the end of the last piece counts as in it.
    private (int Piece, int At) PieceAt(int position)
    {
        for (var i = 0; i < Numbers.Length; i++)
        {
            var count = this[Numbers[i]].Length;
            if (position < count || (position == count && i == Numbers.Length - 1)) return (i, position);
            position -= count;
        }

        return (Numbers.Length, 0);
    }

    // A question stays in its piece; one that comes from further down alone joins the piece where it is now.
    private List<(int Number, List<int> Ids)> Shared(int[] old, List<int> ids)
    {
        var pieceOf = new Dictionary<int, int>();
        for (var i = 0; i < old.Length; i++)
        {
            foreach (var id in this[old[i]]) pieceOf[id] = i;
        }

        var made = old.Select(number => (Number: number, Ids: new List<int>())).ToList();
        if (made.Count == 0) made.Add((++_last, []));
        var at = 0;
        for (var i = 0; i < ids.Count; i++)
        {
            var own = pieceOf.GetValueOrDefault(ids[i], -1);
            var next = i + 1 < ids.Count ? pieceOf.GetValueOrDefault(ids[i + 1], -1) : -1;
            if (own > at && (next < 0 || next >= own)) at = own;
            made[at].Ids.Add(ids[i]);
        }

        return [.. made.SelectMany(Split)];
    }

    private IEnumerable<(int Number, List<int> Ids)> Split((int Number, List<int> Ids) piece)
    {
        if (piece.Ids.Count <= Longest) return piece.Ids.Count == 0 ? [] : [piece];
        return piece.Ids.Chunk(Longest / 2).Select((ids, i) => (i == 0 ? piece.Number : ++_last, ids.ToList()));
    }

    private List<int> Put(int first, int[] old, List<(int Number, List<int> Ids)> pieces)
    {
        var changed = new List<int>();
        foreach (var (number, ids) in pieces)
        {
            if (this[number].AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(ids))) continue;
            changed.Add(number);
            _segments[number] = [.. ids];
        }

        var numbers = pieces.ConvertAll(p => p.Number);
        if (old.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(numbers))) return changed;
        foreach (var gone in old.Except(numbers)) _segments.Remove(gone);
        Numbers = Numbers.RemoveRange(first, old.Length).InsertRange(first, numbers);
        return changed;
    }
}
