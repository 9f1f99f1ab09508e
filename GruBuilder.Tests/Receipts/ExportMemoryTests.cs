using System.Globalization;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Requests.Desk;
using GruBuilder.Web.Features.Requests.Receipts;
using Xunit.Abstractions;

namespace GruBuilder.Tests.Receipts;

/// <summary>
/// What the application holds while a whole list of the desk leaves it. Measured alone, since the process counts all that lives in it;
/// <c>GRU_EXPORT=10000</c> measures with as many requests as can be exported.
/// </summary>
[Collection(AloneTests.Name)]
public sealed class ExportMemoryTests(ITestOutputHelper output) : IDisposable
{
    private const int MostBytesEach = 3_000;
    private const int Tries = 3;
    private readonly GruApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task An_export_of_the_desk_holds_next_to_nothing_for_each_receipt()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("GRU_EXPORT"), CultureInfo.InvariantCulture, out var asked) ? asked : 800;
        await Requests.SendManyAsync(_app, count);

        // What else lives in the process after a long run may grow meanwhile; what an export holds, it holds each time.
        var least = long.MaxValue;
        for (var i = 0; i < Tries && least > MostBytesEach; i++) least = Math.Min(least, await MeasureAsync(count));
        Assert.InRange(least, -50_000, MostBytesEach);
    }

    private async Task<long> MeasureAsync(int count)
    {
        var export = _app.Get<ReceiptExports>().Prepare(await _app.PersonAsync(GruApp.RoadAgent));
        var (warm, early, late) = (count / 4, 0L, 0L);
        export.Changed += () =>
        {
            // Raised between two receipts, on the thread that writes them.
            if (early == 0 && export.Done >= warm) (warm, early) = (export.Done, Held());
            if (late == 0 && export.Done == count) late = Held();
        };
        using var agent = await new Visitor(_app).SignInAsAsync(GruApp.RoadAgent);
        var received = await agent.LengthAsync(SelectionEndpoints.AddressOf(new DeskFilter(DeskView.ToDo, "Signaler"), "zip", export));

        Assert.Equal((ExportState.Complete, count, 0), (export.State, export.Done, export.Failed));
        Assert.True(received > count * 15_000L, $"{received} bytes came.");
        var each = (late - early) / (count - warm);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} receipts, {received / 1e6:0.0} MB sent; {early / 1e6:0.0} MB held after {warm}, {late / 1e6:0.0} MB at the end: {each} bytes more for each."));
        return each;
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);
}

/// <summary>Tests that nothing else may run beside.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class AloneTests
{
    public const string Name = "Alone";
}
