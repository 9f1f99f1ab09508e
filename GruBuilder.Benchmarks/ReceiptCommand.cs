using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Benchmarks;

/// <summary>
/// <c>receipts [--out FOLDER]</c>: receipts per second on one core and bytes per receipt, in a few seconds; then how time grows with pages, and
/// how memory does not with the receipts of an archive.
/// </summary>
internal static class ReceiptCommand
{
    private const int Runs = 5;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1.5);

    internal static void Run(string[] arguments)
    {
        var folder = arguments is ["--out", var path] ? Directory.CreateDirectory(path).FullName : null;
        var writer = new PdfReceiptWriter();
        (string Name, Func<ReceiptDocument> Make)[] samples =
        [
            ("two-pages", ReceiptSamples.TwoPages), ("road-report", ReceiptSamples.RoadReport), ("enrolment", ReceiptSamples.Enrolment),
        ];

        // The compiler's second thoughts come first, for all.
        foreach (var (_, make) in samples)
        {
            Rate(writer, make());
        }

        foreach (var (name, make) in samples)
        {
            var document = make();
            using var file = new MemoryStream();
            writer.Write(document, file);
            if (folder is not null)
            {
                File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), file.ToArray());
            }

            var rates = Enumerable.Range(0, Runs).Select(_ => Rate(writer, document)).Order().ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-12} {rates[Runs / 2],7:0} receipts per second of one core (median of {Runs} runs, {rates[0]:0} to {rates[^1]:0}), {file.Length,6} bytes"));
        }

        Signed();
        Long(writer);
        Archive(writer);
    }

    private static void Signed()
    {
        var (writer, document) = (new PdfReceiptWriter(ReceiptSamples.Seal()), ReceiptSamples.TwoPages());
        using var file = new MemoryStream();
        writer.Write(document, file);
        Rate(writer, document);
        var rates = Enumerable.Range(0, Runs).Select(_ => Rate(writer, document)).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"signed       {rates[Runs / 2],7:0} receipts per second of one core (RSA-2048), {file.Length,6} bytes"));
    }

    private static void Long(PdfReceiptWriter writer)
    {
        int[] sizes = [5, 50, 500];
        var documents = sizes.Select(ReceiptSamples.Pages).ToArray();
        var costs = sizes.Select(_ => new List<double>()).ToArray();

        // They take turns, so that what else the machine does weighs on each; the first turn only warms up.
        for (var turn = 0; turn <= Runs; turn++)
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                var cost = 1000 / Rate(writer, documents[i]) / sizes[i];
                if (turn > 0) costs[i].Add(cost);
            }
        }

        var medians = costs.Select(c => c.Order().ElementAt(Runs / 2)).ToArray();
        for (var i = 0; i < sizes.Length; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sizes[i],4} pages   {medians[i],7:0.000} ms a page (median of {Runs} runs, {costs[i].Min():0.000} to {costs[i].Max():0.000}); a page of {sizes[^1]} costs {medians[^1] / medians[i]:0.00} times that"));
        }
    }

    // As the agents' download does it: one receipt at a time, straight into the stream.
    private static void Archive(PdfReceiptWriter writer)
    {
        const int Receipts = 10_000;
        using var zip = new ZipArchive(new Forgetful(), ZipArchiveMode.Create);
        long first = 0;
        for (var i = 1; i <= Receipts; i++)
        {
            using (var entry = zip.CreateEntry($"recepisse-{i}.pdf", CompressionLevel.NoCompression).Open())
            {
                writer.Write(ReceiptSamples.TwoPages(), entry);
            }

            if (i is Receipts / 10 or Receipts)
            {
                var held = GC.GetTotalMemory(forceFullCollection: true);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"archive      {i,7} receipts written, {held / 1e6,6:0.0} MB held{(first > 0 ? $", {(held - first) / (double)(Receipts - (Receipts / 10)):0} bytes more for each" : "")}"));
                first = held;
            }
        }
    }

    // A stream that can only be written to, as a browser's answer is.
    private sealed class Forgetful : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException("This stream only goes on."); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream is not read.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("This stream only goes on.");

        public override void SetLength(long value) => throw new NotSupportedException("This stream only goes on.");

        public override void Write(byte[] buffer, int offset, int count) => _length += count;
    }

    // By the processor's time, so that other work on the machine does not weigh.
    private static double Rate(PdfReceiptWriter writer, ReceiptDocument document)
    {
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var count = 0;
        while (clock.Elapsed < Length)
        {
            writer.Write(document, Stream.Null);
            count++;
        }

        return count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
