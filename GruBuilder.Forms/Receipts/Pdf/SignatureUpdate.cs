using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// What a signature adds behind a receipt: the signed field, the signature, and where they stand. It follows from the file, the
/// date and the room alone, so that a reader can write it anew and see that nothing else was added.
/// </summary>
internal sealed partial class SignatureUpdate
{
    private readonly int _start;

    private SignatureUpdate(byte[] bytes, int start, int contents, int room) =>
        (Bytes, _start, ContentsStart, Room) = (bytes, start, start + contents, room);

    /// <summary>The bytes to add, the signature still zeros.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Where the signature's hexadecimal digits begin in the whole file.</summary>
    internal int ContentsStart { get; }

    /// <summary>How many digits there are.</summary>
    internal int Room { get; }

    /// <summary>Makes the update of a file as <see cref="CompactFile"/> writes it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="date">When it is signed, as PDF writes it.</param>
    /// <param name="room">How many digits to leave for the signature.</param>
    /// <exception cref="FormatException">The file has no place for a signature.</exception>
    internal static SignatureUpdate Of(ReadOnlySpan<byte> file, string date, int room)
    {
        var tail = Encoding.Latin1.GetString(file[Math.Max(0, file.Length - 8192)..]);
        var start = Match(StartPattern(), tail);
        var trailer = Match(TrailerPattern(), tail);
        var field = Match(FieldPattern(), tail);
        var next = int.Parse(trailer.Groups["size"].ValueSpan, CultureInfo.InvariantCulture);
        var number = int.Parse(field.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

        var signed = string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<{field.Groups["keys"].Value}/V {next} 0 R>>\nendobj\n");
        var head = string.Create(CultureInfo.InvariantCulture, $"{next} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M{date}/ByteRange[0 ");
        const int RangeLength = 10 + 1 + 10 + 1 + 10;
        var contents = signed.Length + head.Length + RangeLength + "]/Contents<".Length;
        var signature = $"/Contents<{new string('0', room)}>>>\nendobj\n";
        var cross = signed.Length + head.Length + RangeLength + 1 + signature.Length;
        var entries = new byte[18];
        Entry(entries, file.Length);
        Entry(entries.AsSpan(6), file.Length + signed.Length);
        Entry(entries.AsSpan(12), file.Length + cross);
        var table = string.Create(
            CultureInfo.InvariantCulture,
            $"{next + 1} 0 obj\n<</Type/XRef/Size {next + 2}/W[1 4 1]/Index[{number} 1 {next} 2]/Prev {start.Groups["at"].ValueSpan}{trailer.Groups["rest"].ValueSpan}/Length 18>>\nstream\n{Encoding.Latin1.GetString(entries)}\nendstream\nendobj\n");
        var end = string.Create(CultureInfo.InvariantCulture, $"startxref\n{file.Length + cross}\n%%EOF\n");

        // The range leaves out the signature with its angle brackets, and nothing else.
        var before = file.Length + contents - 1;
        var after = before + room + 2;
        var length = file.Length + cross + table.Length + end.Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"{before:0000000000} {after:0000000000} {length - after:0000000000}");
        return new SignatureUpdate(Encoding.Latin1.GetBytes($"{signed}{head}{range}]{signature}{table}{end}"), file.Length, contents, room);
    }

    /// <summary>Finds the date and the room of an update, to make it anew; null when the bytes are no such update.</summary>
    internal static (string Date, int Room)? Read(ReadOnlySpan<byte> update)
    {
        var found = SignaturePattern().Match(Encoding.Latin1.GetString(update[..Math.Min(update.Length, 200_000)]));
        return found.Success ? (found.Groups["date"].Value, found.Groups["contents"].Length) : null;
    }

    /// <summary>What the signature covers: the whole file but itself.</summary>
    internal byte[] Covered(ReadOnlySpan<byte> whole) => [.. whole[..(ContentsStart - 1)], .. whole[(ContentsStart + Room + 1)..]];

    /// <summary>Whether bytes are this update, the signature itself aside.</summary>
    internal bool Is(ReadOnlySpan<byte> update)
    {
        var at = ContentsStart - _start;
        return update.Length == Bytes.Length && update[..at].SequenceEqual(Bytes.AsSpan(0, at)) && update[(at + Room)..].SequenceEqual(Bytes.AsSpan(at + Room));
    }

    private static void Entry(Span<byte> entry, int place)
    {
        entry[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], place);
    }

    private static Match Match(Regex pattern, string tail) => pattern.Match(tail) is { Success: true } match
        ? match
        : throw new FormatException("The file has no place for a signature: write it with a writer that was given a seal.");

    [GeneratedRegex(@"startxref\n(?<at>\d{1,10})\n%%EOF\n\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"/Type/XRef/Size (?<size>\d{1,9})/W\[1 4 1\](?<rest>/Root \d+ 0 R/Info \d+ 0 R/ID\[<[0-9A-F]+><[0-9A-F]+>\])/Index\[[0-9 ]+\]/DecodeParms", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex TrailerPattern();

    [GeneratedRegex(@"(^|\n)(?<number>\d{1,9}) 0 obj\n<<(?<keys>/FT/Sig[^\n]*)>>\nendobj\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"/M(?<date>\(D:\d{14}[+-]\d\d'\d\d'\))/ByteRange\[[0-9 ]{34}\]/Contents<(?<contents>[0-9A-F]{2,100000})>>>\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex SignaturePattern();
}
