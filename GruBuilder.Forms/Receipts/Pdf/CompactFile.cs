using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>
/// Writes PDFsharp's objects as a PDF 1.7 file with object streams and a cross-reference stream. PDFsharp itself writes each
/// object in clear, which triples the weight of a tagged document, and adds metadata of its own.
/// </summary>
internal sealed class CompactFile : IDisposable
{
    private const int ObjectsPerStream = 200;
    private const int EntryLength = 6;
    private const int RowLength = EntryLength + 1;
    private readonly PdfBytes _file;
    private readonly PdfBytes _places = new();
    private readonly PdfBytes _bodies = new();
    private readonly StructureTree _structure;
    private readonly int _last;
    private readonly byte[] _entries;

    private CompactFile(PdfBytes file, StructureTree structure, int last)
    {
        (_file, _structure, _last) = (file, structure, last);
        if (last >= structure.First)
        {
            throw new InvalidOperationException($"Objects run up to {last}, where the structure's begin at {structure.First}: leave more room before them.");
        }

        _entries = ArrayPool<byte>.Shared.Rent(Rows * EntryLength);
        _entries.AsSpan(0, Rows * EntryLength).Clear();
        _entries[5] = 0xFF;
    }

    // Two ranges of numbers: all other objects, the cross-reference stream last, then the structure's elements.
    private int Rows => _last + 1 + _structure.Count;

    /// <summary>Writes a file.</summary>
    /// <param name="document">What holds the objects.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="information">The information dictionary.</param>
    /// <param name="structure">The structure tree, whose elements come after all other objects.</param>
    /// <param name="field">The field that a signature will fill, written in clear so that it is found; null for none.</param>
    /// <param name="buffer">Where to.</param>
    internal static void Write(PdfDocument document, PdfDictionary catalog, PdfDictionary information, StructureTree structure, PdfDictionary? field, PdfBytes buffer)
    {
        var objects = document.Internals.GetAllObjects();
        var packed = objects.Where(o => o is not PdfDictionary { Stream: not null } && o != field).ToArray();
        var next = objects.Max(o => o.Reference!.ObjectNumber) + 1;
        using var file = new CompactFile(buffer, structure, next + Packs(packed.Length) + Packs(structure.Count));
        buffer.Write("%PDF-1.7\n%âãÏÓ\n");
        file.Streams(objects);
        file.Objects(packed, next);
        if (field is not null)
        {
            file.InClear(field);
        }

        file.CrossReferences(catalog, information);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _places.Dispose();
        _bodies.Dispose();
        ArrayPool<byte>.Shared.Return(_entries);
    }

    private static int Packs(int objects) => (objects + ObjectsPerStream - 1) / ObjectsPerStream;

    private void Streams(PdfObject[] objects)
    {
        foreach (var dictionary in objects.OfType<PdfDictionary>().Where(o => o.Stream is not null))
        {
            var content = dictionary.Stream!.Value;
            dictionary.Elements.SetInteger("/Length", content.Length);
            Begin(dictionary.Reference!.ObjectNumber);
            Format(dictionary, _file);
            _file.Write("\nstream\n");
            _file.Write(content);
            _file.Write("\nendstream\nendobj\n");
        }
    }

    private void Objects(PdfObject[] packed, int next)
    {
        for (var at = 0; at < packed.Length; at += ObjectsPerStream, next++)
        {
            var end = Math.Min(at + ObjectsPerStream, packed.Length);
            for (var i = at; i < end; i++)
            {
                Pack(packed[i].Reference!.ObjectNumber, next, i - at);
                Format(packed[i], _bodies);
                _bodies.Write("\n");
            }

            EndPack(next, end - at);
        }

        for (var at = 0; at < _structure.Count; at += ObjectsPerStream, next++)
        {
            var end = Math.Min(at + ObjectsPerStream, _structure.Count);
            for (var i = at; i < end; i++)
            {
                Pack(_structure.First + i, next, i - at);
                _structure.Write(i, _bodies);
                _bodies.Write("\n");
            }

            EndPack(next, end - at);
        }
    }

    private void InClear(PdfDictionary field)
    {
        Begin(field.Reference!.ObjectNumber);
        Format(field, _file);
        _file.Write("\nendobj\n");
    }

    private void Pack(int number, int stream, int index)
    {
        Entry(number, 2, stream, index);
        _places.Write(number);
        _places.Write(" ");
        _places.Write(_bodies.Length);
        _places.Write(" ");
    }

    private void EndPack(int number, int count)
    {
        var first = _places.Length;
        _places.Write(_bodies.Written);
        Stream(number, $"/Type/ObjStm/N {count}/First {first}", _places.Written);
        _places.Clear();
        _bodies.Clear();
    }

    private void CrossReferences(PdfDictionary catalog, PdfDictionary information)
    {
        var start = _file.Length;
        var id = Convert.ToHexString(SHA256.HashData(_file.Written)[..16]);
        Entry(_last, 1, start, 0);

        // Each row as the difference from the one above: the PNG predictor "up".
        var rows = ArrayPool<byte>.Shared.Rent(Rows * RowLength);
        for (var row = 0; row < Rows; row++)
        {
            rows[row * RowLength] = 2;
            for (var i = 0; i < EntryLength; i++)
            {
                var above = row == 0 ? 0 : _entries[((row - 1) * EntryLength) + i];
                rows[(row * RowLength) + 1 + i] = (byte)(_entries[(row * EntryLength) + i] - above);
            }
        }

        var (first, count) = (_structure.First, _structure.Count);
        Stream(
            _last,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type/XRef/Size {first + count}/W[1 4 1]/Root {catalog.Reference!.ObjectNumber} 0 R/Info {information.Reference!.ObjectNumber} 0 R"
                + $"/ID[<{id}><{id}>]/Index[0 {_last + 1} {first} {count}]/DecodeParms<</Predictor 12/Columns {EntryLength}>>"),
            rows.AsSpan(0, Rows * RowLength));
        ArrayPool<byte>.Shared.Return(rows);
        _file.Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
    }

    private void Stream(int number, string keys, ReadOnlySpan<byte> content)
    {
        var deflated = Deflate.Compress(content);
        Begin(number);
        _file.Write($"<<{keys}/Filter/FlateDecode/Length {deflated.Length}>>\nstream\n");
        _file.Write(deflated);
        _file.Write("\nendstream\nendobj\n");
    }

    private void Begin(int number)
    {
        Entry(number, 1, _file.Length, 0);
        _file.Write(number);
        _file.Write(" 0 obj\n");
    }

    private void Entry(int number, byte kind, int place, int index)
    {
        var row = number >= _structure.First ? number - _structure.First + _last + 1 : number;
        var entry = _entries.AsSpan(row * EntryLength, EntryLength);
        entry[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], place);
        entry[5] = (byte)index;
    }

    private static void Format(PdfItem item, PdfBytes text)
    {
        switch (item)
        {
            case PdfReference reference:
                text.Reference(reference.ObjectNumber);
                break;
            case PdfDictionary dictionary:
                text.Write("<<");
                foreach (var (key, value) in dictionary.Elements)
                {
                    text.Write(key);
                    if (value is not (PdfName or PdfArray or PdfDictionary) && !(value is PdfLiteral { Value: ['<' or '[' or '(' or '/', ..] }))
                    {
                        text.Write(" ");
                    }

                    Format(value!, text);
                }

                text.Write(">>");
                break;
            case PdfArray array:
                text.Write("[");
                foreach (var element in array.Elements)
                {
                    Format(element, text);
                    text.Write(" ");
                }

                text.Write("]");
                break;
            case PdfName name:
                text.Write(name.Value);
                break;
            case PdfInteger integer:
                text.Write(integer.Value);
                break;
            case PdfBoolean boolean:
                text.Write(boolean.Value ? "true" : "false");
                break;
            case PdfLiteral literal:
                text.Write(literal.Value);
                break;
            default:
                throw new NotSupportedException($"A receipt holds no {item.GetType().Name}: write how it is formatted here.");
        }
    }
}
