using BenchmarkDotNet.Running;
using GruBuilder.Benchmarks;

if (args is ["receipts", .. var rest])
{
    ReceiptCommand.Run(rest);
}
else if (args is ["peers", .. var options])
{
    return PeersCommand.Run(options);
}
else if (args is ["drawing"])
{
    await DrawingCommand.RunAsync();
}
else if (args is ["first-visit", var address])
{
    await FirstVisitCommand.RunAsync(address);
}
else if (args is ["together", var site])
{
    await TogetherCommand.RunAsync(site);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReceiptBenchmarks).Assembly).Run(args);
}

return 0;
