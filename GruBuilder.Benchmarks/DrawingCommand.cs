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

/// <summary><c>drawing</c>: what one edit costs the server while a form of 20, 100 and 500 questions is drawn, one page holding them all.</summary>
internal static class DrawingCommand
{
    private const int WarmUp = 400;
    private const int Rounds = 60;
    private const int EditsARound = 20;
    private static readonly int[] Sizes = [20, 100, 500];

    // Each one leaves the form as long as it was; the second of a pair is its undoing, measured with it.
    private static readonly (string Name, Action<DesignSession, int> Do)[] Kinds =
    [
        ("a key typed in a label", (s, i) => s.Change<Field>(s.NumberOf("q5"), nameof(Field.Label), f => f with { Label = $"Question {i % 10}" })),
        ("a box ticked", (s, i) => s.Change<InputField>(s.NumberOf("q5"), nameof(InputField.Required), f => f with { Required = i % 2 == 0 })),
        ("a question added, and taken back", (s, i) =>
        {
            if (i % 2 == 0) s.Add("date", new Place("p", null, 3));
            else s.Undo();
        }),
        ("a question moved up or down", (s, i) => s.Step("q5", i % 2 == 0 ? 1 : -1)),
    ];

    public static async Task RunAsync()
    {
        foreach (var (name, edit) in Kinds)
        {
            Console.WriteLine(name);
            Console.WriteLine("questions   ms an edit   components drawn   parts of the page changed");
            var screens = new List<Screen>();
            foreach (var size in Sizes) screens.Add(await Screen.OpenAsync(size));
            foreach (var screen in screens) await screen.EditAsync(edit, WarmUp);
            foreach (var screen in screens) screen.Times.Clear();

            // Sizes take turns, so that a busy moment of the machine counts for all.
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var screen in screens) await screen.EditAsync(edit, EditsARound);
            }

            var first = Median(screens[0].Times);
            foreach (var screen in screens)
            {
                var time = Median(screen.Times);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{screen.Size,9} {time,12:F3} {screen.Renderer.Components,18} {screen.Renderer.Changes,27}   {time / first:F2} x"));
                await screen.DisposeAsync();
            }
        }
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>Canvas and panel of one form.</summary>
    private sealed class Screen(int size, DesignSession session, ServiceProvider services, CountingRenderer renderer) : IAsyncDisposable
    {
        private int _edits;

        public int Size => size;

        public CountingRenderer Renderer => renderer;

        public List<double> Times { get; } = [];

        public static async Task<Screen> OpenAsync(int size)
        {
            var fields = Enumerable.Range(0, size).Select(i => (Field)new ShortTextField { Key = $"q{i}", Label = $"Question {i}", VisibleIf = i % 10 == 9 ? new Comparison($"q{i - 1}", Comparator.IsAnswered) : null });
            var form = FormDefinition.Empty with { Title = "Essai", Pages = [new Page { Key = "p", Title = "Page", Fields = [.. fields] }] };
            var session = new DesignSession(new DesignDocument(form));
            var services = new ServiceCollection().BuildServiceProvider();
            var renderer = new CountingRenderer(services);
            session.Select(Selection.Field("q5"));
            await renderer.Dispatcher.InvokeAsync(async () =>
            {
                await renderer.AddAsync<CanvasView>(session);
                await renderer.AddAsync<PropertiesPanel>(session);
            });
            return new Screen(size, session, services, renderer);
        }

        public async Task EditAsync(Action<DesignSession, int> edit, int times)
        {
            for (var i = 0; i < times; i++)
            {
                renderer.Forget();
                var start = Stopwatch.GetTimestamp();
                await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    edit(session, _edits++);
                    await renderer.DrawAgainAsync(session);
                });
                Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        public async ValueTask DisposeAsync()
        {
            session.Dispose();
            await renderer.DisposeAsync();
            await services.DisposeAsync();
        }
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
