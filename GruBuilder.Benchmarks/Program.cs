using BenchmarkDotNet.Running;
using GruBuilder.Benchmarks;

if (args is ["receipts", .. var rest])
{
    ReceiptCommand.Run(rest);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReceiptBenchmarks).Assembly).Run(args);
}
