using System.Diagnostics;
using System.Text;
using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts.Pdf;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Benchmarks;

/// <summary>
/// Measures our engine on a workload of <c>Peers</c> the way <c>measure.mjs</c> measures the others: wall clock of one thread, a warm-up,
/// the median of single calls. What takes less than a microsecond is timed in bundles, since the clock itself takes some 25 ns.
/// </summary>
internal static class PeerMeasurement
{
    private const int Bundle = 50;
    private static readonly DateOnly Today = new(2026, 11, 25);

    public static string Run(string workload, bool first) => workload == "receipt" ? Receipt() : Form(workload, first);

    private static string Form(string workload, bool first)
    {
        using var work = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PeersCommand.Folder, "workloads", $"w{workload}.json")));
        var definition = NeutralForm.Read(work.RootElement);
        var native = Encoding.UTF8.GetBytes(DefinitionJson.Write(definition));
        JsonElement[] sets = [.. Alternate(work.RootElement.GetProperty("valid"), work.RootElement.GetProperty("invalid"))];
        byte[][] answers = [.. sets.Select(s => Encoding.UTF8.GetBytes(NeutralForm.ToAnswers(definition, s.GetProperty("answers"))))];

        var cold = Median(600, 1, i => Submit(Load(native).Open(Today), answers[i % answers.Length]));
        var open = Load(native).Open(Today);
        var submit = Median(1500, 1, i => Submit(open, answers[i % answers.Length]));
        var (load, serializer) = Medians(4000, () => Load(native), () => JsonSerializer.Deserialize<PlainForm>(native, PlainForm.Options)!);
        var result = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["peer"] = "grubuilder", ["workload"] = int.Parse(workload, System.Globalization.CultureInfo.InvariantCulture), ["version"] = $".NET {Environment.Version}",
            ["loadMs"] = load / 1000, ["serializerMs"] = serializer / 1000, ["loadAndFirstSubmitMs"] = cold / 1000, ["submitMs"] = submit / 1000, ["submitsPerSecond"] = 1e6 / submit,
            ["changeUs"] = Change(work.RootElement.GetProperty("toggle"), definition, Load(native)),
        };
        if (first)
        {
            result["agreement"] = Agreement(sets, answers, open);
            result["heapKBPerModel"] = Memory(() => Load(native));
            var shared = Load(native);
            var i = 0;
            result["heapKBPerOpenForm"] = Memory(() => Filled(shared, answers[i++ % answers.Length]));
            result["changeBytes"] = ChangeBytes(work.RootElement.GetProperty("toggle"), definition, shared);
        }

        return JsonSerializer.Serialize(result);
    }

    internal static FormProgram Load(byte[] json) => FormProgram.Compile(DefinitionJson.Read(json).Definition!);

    internal static NeutralEvaluation Submit(FormState state, byte[] answers)
    {
        AnswersJson.Read(state, answers);
        return NeutralEvaluation.Of(state);
    }

    private static FormState Filled(FormProgram program, byte[] answers)
    {
        var state = program.Open(Today);
        AnswersJson.Read(state, answers);
        return state;
    }

    private static (FormState State, AnswerPlace Place, AnswerValue[] Values) Toggle(JsonElement toggle, FormDefinition definition, FormProgram program)
    {
        var state = Filled(program, Encoding.UTF8.GetBytes(NeutralForm.ToAnswers(definition, toggle.GetProperty("base"))));
        return (state, new AnswerPlace(program.Find(toggle.GetProperty("field").GetString()!)!), [.. toggle.GetProperty("values").EnumerateArray().Select(v => AnswerValue.Of(v.GetString()))]);
    }

    private static double Change(JsonElement toggle, FormDefinition definition, FormProgram program)
    {
        var (state, place, values) = Toggle(toggle, definition, program);
        var turn = 0;
        return Median(600, Bundle, _ =>
        {
            turn = 1 - turn;
            state.Set(place, values[turn]);
            return AnswerValidator.ValidateOne(state, place);
        });
    }

    private static double ChangeBytes(JsonElement toggle, FormDefinition definition, FormProgram program)
    {
        const int Times = 1000;
        var (state, place, values) = Toggle(toggle, definition, program);
        state.Set(place, values[1]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            state.Set(place, values[i & 1]);
            AnswerValidator.ValidateOne(state, place);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Times;
    }

    private static Dictionary<string, object> Agreement(JsonElement[] sets, byte[][] answers, FormState state)
    {
        var agreeing = sets.Where((set, i) => Submit(state, answers[i]).Agrees(set.GetProperty("expect"))).Count();
        var share = Math.Round(100.0 * agreeing / sets.Length, 1);
        return new() { ["sets"] = sets.Length, ["exactSetsPct"] = share, ["visiblePct"] = share, ["invalidPct"] = share, ["calculatedPct"] = share, ["verdictPct"] = share, ["fieldsPct"] = share, ["changePct"] = share };
    }

    // Kilobytes of one, out of 200 kept alive.
    private static double Memory<T>(Func<T> make)
        where T : class
    {
        const int Count = 200;
        make();
        var kept = new T[Count];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Count; i++) kept[i] = make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(kept);
        return (after - before) / 1024.0 / Count;
    }

    private static string Receipt()
    {
        var document = ReceiptSamples.TwoPages();
        using var output = new MemoryStream();
        double Time(PdfReceiptWriter writer) => Median(4000, 1, _ =>
        {
            output.SetLength(0);
            writer.Write(document, output);
            return output;
        });

        var signed = Time(new PdfReceiptWriter(ReceiptSamples.Seal()));
        var (time, bytes) = (Time(new PdfReceiptWriter()), output.Length);
        return JsonSerializer.Serialize(new { peer = "grubuilder", workload = "receipt", version = $".NET {Environment.Version}", receiptMs = time / 1000, receiptsPerSecond = 1e6 / time, bytes, signedPerSecond = 1e6 / signed });
    }

    private static IEnumerable<JsonElement> Alternate(JsonElement valid, JsonElement invalid) =>
        valid.EnumerateArray().Zip(invalid.EnumerateArray()).SelectMany(p => new[] { p.First, p.Second });

    // Microseconds of one call of each, the two in turn: they warm up together, and a busy moment of the machine counts for both.
    private static (double One, double Other) Medians(double milliseconds, Func<object> one, Func<object> other)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalMilliseconds < milliseconds;)
        {
            GC.KeepAlive(one());
            GC.KeepAlive(other());
        }

        var (ones, others) = (new List<double>(), new List<double>());
        for (var all = Stopwatch.StartNew(); ones.Count < 3 || all.Elapsed.TotalMilliseconds < milliseconds;)
        {
            ones.Add(Time(one));
            others.Add(Time(other));
        }

        return (Middle(ones), Middle(others));

        static double Time(Func<object> call)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(call());
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }

    private static double Middle(List<double> samples)
    {
        samples.Sort();
        return samples[samples.Count / 2];
    }

    // Microseconds of one call.
    private static double Median<T>(double milliseconds, int bundle, Func<int, T> call)
    {
        var call0 = 0;
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalMilliseconds < milliseconds;) GC.KeepAlive(call(call0++));
        var samples = new List<double>(100_000);
        for (var all = Stopwatch.StartNew(); samples.Count < 3 || all.Elapsed.TotalMilliseconds < milliseconds;)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < bundle; i++) GC.KeepAlive(call(call0++));
            samples.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / bundle);
        }

        return Middle(samples);
    }
}
