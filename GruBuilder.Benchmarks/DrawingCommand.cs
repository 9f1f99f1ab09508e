#pragma warning disable BL0006 // A renderer of one's own is the only way to count what a circuit would draw.
using System.Diagnostics;
using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Canvas;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Forms.Designer.Properties;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GruBuilder.Benchmarks;

/// <summary><c>drawing</c>: what one key in a question's text costs the server while a form of 20, 100 and 500 questions is drawn, one page holding them all.</summary>
internal static class DrawingCommand
{
    private const int Edits = 200;

    public static async Task RunAsync()
    {
        Console.WriteLine("questions   ms an edit   components drawn   parts of the page changed");
        double? first = null;
        foreach (var size in new[] { 20, 100, 500 })
        {
            var (milliseconds, components, changes) = await MeasureAsync(size);
            first ??= milliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,9} {milliseconds,12:F3} {components,18} {changes,27}   {milliseconds / first:F2} x"));
        }
    }

    private static async Task<(double Milliseconds, int Components, int Changes)> MeasureAsync(int size)
    {
        var fields = Enumerable.Range(0, size).Select(i => (Field)new ShortTextField { Key = $"q{i}", Label = $"Question {i}", VisibleIf = i % 10 == 9 ? new Comparison($"q{i - 1}", Comparator.IsAnswered) : null });
        var form = FormDefinition.Empty with { Title = "Essai", Pages = [new Page { Key = "p", Title = "Page", Fields = [.. fields] }] };
        using var session = new DesignSession(new DesignDocument(form));
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new CountingRenderer(services);
        session.Select(Selection.Field("q5"));
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            await renderer.AddAsync<CanvasView>(session);
            await renderer.AddAsync<PropertiesPanel>(session);
        });
        var times = new List<double>();
        for (var i = 0; i < Edits; i++)
        {
            renderer.Forget();
            var start = Stopwatch.GetTimestamp();
            await renderer.Dispatcher.InvokeAsync(async () =>
            {
                session.Change<Field>("q5", nameof(Field.Label), f => f with { Label = $"Question {i % 10}" });
                await renderer.DrawAgainAsync(session);
            });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return (times[times.Count / 2], renderer.Components, renderer.Changes);
    }

    /// <summary>Draws as a circuit does, and counts.</summary>
    private sealed class CountingRenderer(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
    {
        private readonly List<int> _roots = [];

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public int Components { get; private set; }

        public int Changes { get; private set; }

        public void Forget() => (Components, Changes) = (0, 0);

        public Task AddAsync<TComponent>(DesignSession session)
            where TComponent : IComponent
        {
            _roots.Add(AssignRootComponentId(InstantiateComponent(typeof(TComponent))));
            return RenderRootComponentAsync(_roots[^1], Given(session));
        }

        public async Task DrawAgainAsync(DesignSession session)
        {
            foreach (var root in _roots) await RenderRootComponentAsync(root, Given(session));
        }

        protected override void HandleException(Exception exception) => throw exception;

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
        {
            Components += renderBatch.UpdatedComponents.Count;
            for (var i = 0; i < renderBatch.UpdatedComponents.Count; i++) Changes += renderBatch.UpdatedComponents.Array[i].Edits.Count;
            return Task.CompletedTask;
        }

        private static ParameterView Given(DesignSession session) => ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Session"] = session });
    }
}
