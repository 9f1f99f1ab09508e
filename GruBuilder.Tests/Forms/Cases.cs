using System.Runtime.CompilerServices;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Tests.Forms;

/// <summary>Reads the JSON cases: each file holds an array of cases, each case is a test of its own.</summary>
internal static class CaseFiles
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases");

    /// <summary>The repository's top folder.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static TheoryData<string, string> In(string topic)
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, topic), "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                cases.Add(Path.GetFileName(file), one.GetProperty("name").GetString()!);
            }
        }

        return cases;
    }

    public static (JsonElement Case, JsonElement File) Load(string topic, string file, string name)
    {
        var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, topic, file)));
        var found = document.RootElement.GetProperty("cases").EnumerateArray().First(c => c.GetProperty("name").GetString() == name);
        return (found, document.RootElement);
    }

    /// <summary>A case's definition: whole, or made of its pages or fields; what the case leaves out comes from its file.</summary>
    public static FormDefinition Definition(JsonElement one, JsonElement whole)
    {
        string? Part(string name) => one.TryGetProperty(name, out var part) || whole.TryGetProperty(name, out part) ? part.GetRawText() : null;
        var json = Part("definition") ?? $$"""
            {"key":"essai","title":"Essai","conditions":{{Part("conditions") ?? "[]"}},"tables":{{Part("tables") ?? "[]"}},
             "pages":{{Part("pages") ?? $$"""[{"key":"p","title":"Page","fields":{{Part("fields")}}}]"""}}}
            """;
        var reading = DefinitionJson.Read(json);
        Assert.True(reading.Definition is not null, string.Join('\n', reading.Problems.Select(p => p.Message)));
        Assert.Empty(reading.Problems);
        return reading.Definition;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
