using System.Collections.Concurrent;
using Bunit;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Properties;

namespace GruBuilder.Tests.Designer;

/// <summary>Five people draw one form faster than any browser lets them: what each has in hand and writes stays theirs.</summary>
public sealed class HandsTests : IAsyncDisposable
{
    private const int People = 5;
    private const int QuestionsEach = 20;
    private static readonly string[] Kinds = ["shortText", "date"];

    private readonly DesignDocument _document = new(new FormDefinition { Key = "f", Title = "F", Pages = [new Page { Key = "page_1", Title = "Votre demande" }] });
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly BunitContext[] _screens = [.. Enumerable.Range(0, People).Select(_ => new BunitContext())];

    [Fact]
    public async Task What_each_writes_stays_in_their_own_question_and_their_box_stays_theirs()
    {
        await Task.WhenAll(Enumerable.Range(0, People).Select(who => Task.Run(() => DrawAsync(who))));
        Assert.Empty(_problems);
        // Each leaves every other one behind.
        Assert.Equal(People * QuestionsEach / 2, _document.State.Form.AllFields().Count());
        Assert.All(_document.State.Form.AllFields(), f => Assert.Equal(FieldKeys.From(f.Label), f.Key));
    }

    // Nobody's screen goes while others still draw.
    public async ValueTask DisposeAsync()
    {
        foreach (var screen in _screens) await screen.DisposeAsync();
    }

    private async Task DrawAsync(int who)
    {
        var screen = _screens[who];
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        // What others do waits until there is a screen, as it waits for its turn later.
        var drawn = new TaskCompletionSource<IRenderedComponent<FormDesigner>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var session = new DesignSession(_document, $"Personne {who}", act => _ = drawn.Task.ContinueWith(screen => screen.Result.InvokeAsync(act), TaskScheduler.Default));
        var view = screen.Render<FormDesigner>(p => p.Add(d => d.Session, session));
        drawn.SetResult(view);
        for (var i = 0; i < QuestionsEach; i++)
        {
            // The kinds, and with them the names to begin with, are the same for all: names are freed and taken again all the time.
            await view.InvokeAsync(() => session.Add(Kinds[i % Kinds.Length]));
            var number = session.NumberOf(session.Selection.Key);
            await WriteAsync(view, session, number, $"Personne {who} question {i}");
            if (i % 3 == 2) await view.InvokeAsync(() => session.StepInHand(-1));
            if (i % 2 == 0) continue;
            await view.InvokeAsync(session.RemoveInHand);
            if (_document.State.FieldOf(number) is not null) _problems.Enqueue($"Personne {who}, question {i}: something else was removed");
        }
    }

    private async Task WriteAsync(IRenderedComponent<FormDesigner> view, DesignSession session, int number, string label)
    {
        var first = Box(view);
        for (var length = 1; length <= label.Length; length++)
        {
            var text = label[..length];
            await view.InvokeAsync(() => Box(view).Find("textarea").InputAsync(text));
            if (!ReferenceEquals(Box(view).Instance, first.Instance)) _problems.Enqueue($"{text}: the box was drawn anew");
            if (_document.State.FieldOf(number)?.Label != text) _problems.Enqueue($"{text}: the form says {_document.State.FieldOf(number)?.Label}; {session.Refusal}");
        }

        // Told twice, as the browser does after a text that came early and was written further.
        await view.InvokeAsync(() => Box(view).Find("textarea").ChangeAsync(label));
        await view.InvokeAsync(() => Box(view).Find("textarea").ChangeAsync(label));
        if (session.NumberOf(session.Selection.Key) != number) _problems.Enqueue($"{label}: something else is in hand");
    }

    private static IRenderedComponent<TextSetting> Box(IRenderedComponent<FormDesigner> view) => view.FindComponents<TextSetting>().First(t => t.Instance.Id == "gd-label-box");
}
