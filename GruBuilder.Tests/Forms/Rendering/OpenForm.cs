using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Rendering;

namespace GruBuilder.Tests.Forms.Rendering;

/// <summary>A form of one page, drawn.</summary>
internal sealed class OpenForm
{
    public OpenForm(BunitContext bunit, params Field[] fields)
    {
        State = FormProgram.Compile(new FormDefinition { Key = "essai", Title = "Essai", Pages = [new Page { Key = "p", Title = "P", Fields = [.. fields] }] }).Open(new DateOnly(2026, 11, 25));
        View = bunit.Render<FormView>(p => p.Add(v => v.Context, new FormContext(State)));
        State.Changed += () => View.Render(p => p.Add(v => v.Context, View.Instance.Context));
    }

    public FormState State { get; }

    public IRenderedComponent<FormView> View { get; }

    public AnswerValue Answer => State["x"];

    public void Type(string selector, string text) => View.Find(selector).Change(text);

    public void Tick(string selector) => View.Find(selector).Change(true);
}
