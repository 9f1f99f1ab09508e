using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace GruBuilder.Forms.Receipts.Pdf;

/// <summary>Puts tables together into a TrueType file with its checksums.</summary>
internal static class TrueTypeFile
{
    private const uint WholeFileChecksum = 0xB1B0AFBA;

    /// <summary>Writes the file.</summary>
    /// <param name="tables">The tables, in the order of their tags.</param>
    internal static byte[] Write((string Tag, byte[] Content)[] tables)
    {
        var directory = 12 + (16 * tables.Length);
        var file = new byte[directory + tables.Sum(t => Padded(t.Content.Length))];
        var power = BitOperations.Log2((uint)tables.Length);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Length) - (16 << power)));
        var at = directory;
        var head = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, content) = tables[i];
            content.CopyTo(file, at);
            if (tag == "head")
            {
                head = at;
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 8), 0);
            }

            var entry = file.AsSpan(12 + (16 * i), 16);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(at, Padded(content.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], content.Length);
            at += Padded(content.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), WholeFileChecksum - Sum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        }

        return sum;
    }
}
