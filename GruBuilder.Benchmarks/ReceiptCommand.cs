using System.Diagnostics;
using System.Globalization;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Benchmarks;

/// <summary><c>receipts [--out FOLDER]</c>: receipts per second on one core and bytes per receipt, in a few seconds.</summary>
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
