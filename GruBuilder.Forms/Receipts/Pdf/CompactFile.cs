using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// Writes PDFsharp's objects as a PDF 1.7 file with object streams and a cross-reference stream. PDFsharp itself writes each
/// object in clear, which triples the weight of a tagged document, and adds metadata of its own.
/// </summary>
internal sealed class CompactFile
{
    private const int ObjectsPerStream = 200;
    private const int EntryLength = 6;
    private readonly MemoryStream _file;
    private readonly List<(int Number, byte[] Entry)> _entries = [];

    private CompactFile(MemoryStream file) => _file = file;

    /// <summary>Writes a file.</summary>
    /// <param name="document">What holds the objects.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="information">The information dictionary.</param>
    /// <param name="structure">The structure tree, whose elements come after all other objects.</param>
    /// <param name="field">The field that a signature will fill, written in clear so that it is found; null for none.</param>
    /// <param name="buffer">Where to.</param>
    internal static void Write(PdfDocument document, PdfDictionary catalog, PdfDictionary information, StructureTree structure, PdfDictionary? field, MemoryStream buffer)
    {
        var file = new CompactFile(buffer);
        file.Write("%PDF-1.7\n%âãÏÓ\n");
        file.Objects(document, structure, field, out var next);
        file.CrossReferences(next, structure, catalog, information);
    }

    private void Objects(PdfDocument document, StructureTree structure, PdfDictionary? field, out int next)
    {
        var packed = new List<PdfObject>();
        next = 1;
        foreach (var item in document.Internals.GetAllObjects())
        {
            var number = item.Reference!.ObjectNumber;
            next = Math.Max(next, number + 1);
            if (item is PdfDictionary { Stream: { } stream } dictionary)
            {
                Entry(number, 1, (int)_file.Position, 0);
                dictionary.Elements.SetInteger("/Length", stream.Value.Length);
                Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
                var text = new StringBuilder();
                Format(dictionary, text);
                Write(text.Append("\nstream\n").ToString());
                _file.Write(stream.Value);
                Write("\nendstream\nendobj\n");
            }
            else if (item != field)
            {
                packed.Add(item);
            }
        }

        foreach (var part in packed.Chunk(ObjectsPerStream))
        {
            Pack(part, o => o.Reference!.ObjectNumber, Format, next++);
        }

        foreach (var part in structure.Elements.Chunk(ObjectsPerStream))
        {
            Pack(part, e => e.Number, (e, text) => e.Write(text, structure.Number), next++);
        }

        if (field is not null)
        {
            var number = field.Reference!.ObjectNumber;
            Entry(number, 1, (int)_file.Position, 0);
            var text = new StringBuilder();
            Format(field, text);
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{text}\nendobj\n"));
        }
    }

    private void Pack<T>(T[] objects, Func<T, int> numberOf, Action<T, StringBuilder> format, int number)
    {
        var places = new StringBuilder();
        var bodies = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            var packed = numberOf(objects[i]);
            Entry(packed, 2, number, i);
            places.Append(CultureInfo.InvariantCulture, $"{packed} {bodies.Length} ");
            format(objects[i], bodies);
            bodies.Append('\n');
        }

        Entry(number, 1, (int)_file.Position, 0);
        Stream(number, $"/Type/ObjStm/N {objects.Length}/First {places.Length}", Encoding.Latin1.GetBytes($"{places}{bodies}"));
    }

    private void CrossReferences(int number, StructureTree structure, PdfDictionary catalog, PdfDictionary information)
    {
        var start = (int)_file.Position;
        var id = Convert.ToHexString(SHA256.HashData(_file.GetBuffer().AsSpan(0, start))[..16]);
        Entry(number, 1, start, 0);

        // Two ranges of numbers: all other objects, then the structure's elements.
        var (first, count) = (structure.Elements[0].Number, structure.Elements.Count);
        if (number >= first)
        {
            throw new InvalidOperationException($"Objects run up to {number}, where the structure's begin at {first}: leave more room before them.");
        }

        var plain = new byte[(number + 1 + count) * EntryLength];
        plain[5] = 0xFF;
        foreach (var (at, entry) in _entries)
        {
            entry.CopyTo(plain, (at >= first ? at - first + number + 1 : at) * EntryLength);
        }

        // Each row as the difference from the one above: the PNG predictor "up".
        var rows = new byte[(number + 1 + count) * (EntryLength + 1)];
        for (var row = 0; row <= number + count; row++)
        {
            rows[row * (EntryLength + 1)] = 2;
            for (var i = 0; i < EntryLength; i++)
            {
                var above = row == 0 ? 0 : plain[((row - 1) * EntryLength) + i];
                rows[(row * (EntryLength + 1)) + 1 + i] = (byte)(plain[(row * EntryLength) + i] - above);
            }
        }

        Stream(
            number,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type/XRef/Size {first + count}/W[1 4 1]/Root {catalog.Reference!.ObjectNumber} 0 R/Info {information.Reference!.ObjectNumber} 0 R"
                + $"/ID[<{id}><{id}>]/Index[0 {number + 1} {first} {count}]/DecodeParms<</Predictor 12/Columns {EntryLength}>>"),
            rows);
        Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
    }

    private void Stream(int number, string keys, byte[] content)
    {
        var deflated = Deflate.Compress(content);
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<{keys}/Filter/FlateDecode/Length {deflated.Length}>>\nstream\n"));
        _file.Write(deflated);
        Write("\nendstream\nendobj\n");
    }

    private void Entry(int number, byte kind, int place, int index)
    {
        var entry = new byte[EntryLength];
        entry[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(1), place);
        entry[5] = (byte)index;
        _entries.Add((number, entry));
    }

    private static void Format(PdfItem item, StringBuilder text)
    {
        switch (item)
        {
            case PdfReference reference:
                text.Append(reference.ObjectNumber).Append(" 0 R");
                break;
            case PdfDictionary dictionary:
                text.Append("<<");
                foreach (var (key, value) in dictionary.Elements)
                {
                    text.Append(key);
                    if (value is not (PdfName or PdfArray or PdfDictionary) && !(value is PdfLiteral { Value: ['<' or '[' or '(' or '/', ..] }))
                    {
                        text.Append(' ');
                    }

                    Format(value!, text);
                }

                text.Append(">>");
                break;
            case PdfArray array:
                text.Append('[');
                foreach (var element in array.Elements)
                {
                    Format(element, text);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            case PdfName name:
                text.Append(name.Value);
                break;
            case PdfInteger integer:
                text.Append(CultureInfo.InvariantCulture, $"{integer.Value}");
                break;
            case PdfBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case PdfLiteral literal:
                text.Append(literal.Value);
                break;
            default:
                throw new NotSupportedException($"A receipt holds no {item.GetType().Name}: write how it is formatted here.");
        }
    }

    private void Write(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
}
