using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Benchmarks;

/// <summary>The engine on the peers' workloads, which <c>peers</c> writes: loading, a whole submission, one change.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private byte[] _definition = [];
    private byte[] _answers = [];
    private FormState _open = null!;
    private AnswerPlace _place;
    private AnswerValue[] _values = [];
    private int _turn;

    [Params(50, 200, 1000)]
    public int Fields { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        using var work = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PeersCommand.Folder, "workloads", $"w{Fields}.json")));
        var form = NeutralForm.Read(work.RootElement);
        _definition = Encoding.UTF8.GetBytes(DefinitionJson.Write(form));
        var toggle = work.RootElement.GetProperty("toggle");
        _answers = Encoding.UTF8.GetBytes(NeutralForm.ToAnswers(form, toggle.GetProperty("base")));
        _open = PeerMeasurement.Load(_definition).Open(new DateOnly(2026, 11, 25));
        AnswersJson.Read(_open, _answers);
        _place = new AnswerPlace(_open.Program.Find(toggle.GetProperty("field").GetString()!)!);
        _values = [.. toggle.GetProperty("values").EnumerateArray().Select(v => AnswerValue.Of(v.GetString()))];
    }

    [Benchmark]
    public object Load() => PeerMeasurement.Load(_definition);

    [Benchmark]
    public object Submit() => PeerMeasurement.Submit(_open, _answers);

    [Benchmark]
    public object? Change()
    {
        _turn = 1 - _turn;
        _open.Set(_place, _values[_turn]);
        return AnswerValidator.ValidateOne(_open, _place);
    }
}
