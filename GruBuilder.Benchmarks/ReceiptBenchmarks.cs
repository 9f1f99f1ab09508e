using BenchmarkDotNet.Attributes;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Pdf;

namespace GruBuilder.Benchmarks;

/// <summary>What it takes to write a receipt.</summary>
[MemoryDiagnoser]
public class ReceiptBenchmarks
{
    private readonly PdfReceiptWriter _writer = new();
    private readonly ReceiptDocument _twoPages = ReceiptSamples.TwoPages();
    private readonly ReceiptDocument _roadReport = ReceiptSamples.RoadReport();

    /// <summary>Forty questions, legal text and a code.</summary>
    [Benchmark]
    public void TwoPages() => _writer.Write(_twoPages, Stream.Null);

    /// <summary>A road report.</summary>
    [Benchmark]
    public void RoadReport() => _writer.Write(_roadReport, Stream.Null);
}
