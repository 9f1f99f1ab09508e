using Bunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Rendering;
using GruBuilder.Forms.Validation;
using Microsoft.AspNetCore.Components.Forms;

namespace GruBuilder.Tests.Forms.Rendering;

public class FileViewTests : BunitContext
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private readonly Shelf _shelf = new();

    public FileViewTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    private (IRenderedComponent<FormView> Drawn, FormContext Context) Draw(FileField field)
    {
        var form = FormDefinition.Empty with { Title = "Essai", Pages = [new Page { Key = "p", Title = "P", Fields = [field] }] };
        var context = new FormContext(FormProgram.Compile(form).Open(new DateOnly(2026, 11, 25))) { Files = _shelf };
        return (Render<FormView>(p => p.Add(v => v.Context, context)), context);
    }

    [Fact]
    public void Several_files_are_kept_and_each_that_is_not_says_why()
    {
        var (drawn, context) = Draw(new FileField { Key = "f", Label = "Photos", MaxFiles = 4, MaxMegabytes = 1, Families = [FileFamily.Image] });
        drawn.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(Png, "a.png"),
            InputFileContent.CreateFromText("du texte", "b.png"),
            InputFileContent.CreateFromBinary(new byte[1_000_001], "c.png"),
            InputFileContent.CreateFromBinary(Png, "d.png"));
        drawn.WaitForAssertion(() => Assert.Equal(["a.png", "d.png"], Files(context)));
        var errors = drawn.FindAll(".gru-error").Select(e => e.TextContent).ToList();
        Assert.Equal(2, errors.Count);
        Assert.Contains("« b.png » ne convient pas", errors[0], StringComparison.Ordinal);
        Assert.Contains("« c.png » est trop lourd", errors[1], StringComparison.Ordinal);
        Assert.Equal(["Retirer a.png", "Retirer d.png"], drawn.FindAll("button.gru-link").Select(b => b.TextContent));
        Assert.Equal("2 fichiers ajoutés", drawn.Find("[role=status]").TextContent);
        Assert.Equal(["a.png", "d.png"], _shelf.Held.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_files_than_there_is_room_for_are_left_out_and_said()
    {
        var (drawn, context) = Draw(new FileField { Key = "f", Label = "Photos", MaxFiles = 2 });
        drawn.FindComponent<InputFile>().UploadFiles([.. new[] { "a.png", "b.png", "c.png" }.Select(n => InputFileContent.CreateFromBinary(Png, n))]);
        drawn.WaitForAssertion(() => Assert.Equal(["a.png", "b.png"], Files(context)));
        Assert.Contains("2 fichiers au plus", drawn.Find(".gru-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(drawn.FindAll("input[type=file]"));
    }

    [Theory]
    [InlineData(true, FileFamily.Image, 1)]
    [InlineData(true, FileFamily.Pdf, 0)]
    [InlineData(false, FileFamily.Image, 0)]
    public void The_camera_is_offered_where_the_field_asks_for_it_and_takes_photos(bool camera, FileFamily family, int count)
    {
        var (drawn, _) = Draw(new FileField { Key = "f", Label = "Photo", Camera = camera, Families = [family] });
        Assert.Equal(count, drawn.FindAll("input[capture=environment]").Count);
    }

    private static string[] Files(FormContext context) => [.. context.State.Raw(new AnswerPlace(context.State.Program.Fields[0])).AsFiles.Select(f => f.Name)];

    private sealed class Shelf : IFileStore
    {
        public HashSet<string> Held { get; } = [];

        public async Task<FileAnswer> SaveAsync(string fieldKey, string name, Stream content, long mostBytes, CancellationToken cancellation = default)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancellation);
            Held.Add(name);
            return new FileAnswer(name, name, copy.Length, FileRules.Recognize(copy.ToArray(), name), "");
        }

        public Task RemoveAsync(FileAnswer file, CancellationToken cancellation = default)
        {
            Held.Remove(file.Name);
            return Task.CompletedTask;
        }

        public string? UrlOf(FileAnswer file) => null;
    }
}
