using System.Text.Json;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Municipality;

namespace GruBuilder.Web.Features.Catalogue;

/// <summary>A procedure to create on the first start, as <c>data/procedures.json</c> describes it.</summary>
public sealed record ProcedureProfile
{
    /// <summary>Part of its web address.</summary>
    public required string Slug { get; init; }

    /// <summary>File in <c>data/forms</c> that holds its form.</summary>
    public required string Form { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Theme.</summary>
    public string Theme { get; init; } = "";

    /// <summary>Further words by which people look for it.</summary>
    public List<string> Keywords { get; init; } = [];

    /// <summary>Key of the department in charge.</summary>
    public required string Department { get; init; }

    /// <summary>What silence comes to mean.</summary>
    public SilenceRegime Regime { get; init; }

    /// <summary>Length of the period of silence.</summary>
    public int PeriodCount { get; init; } = 2;

    /// <summary>How it is counted.</summary>
    public PeriodUnit PeriodUnit { get; init; }

    /// <summary>How long it usually takes.</summary>
    public string ExpectedDelay { get; init; } = "";

    /// <summary>What to have ready.</summary>
    public List<string> DocumentsToHave { get; init; } = [];

    /// <summary>Personal data: purpose.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Personal data: legal basis.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Personal data: recipients.</summary>
    public string Recipients { get; init; } = "";

    /// <summary>Personal data: retention.</summary>
    public string Retention { get; init; } = "";

    /// <summary>Every procedure of the file; none when there is no file.</summary>
    /// <exception cref="InvalidOperationException">The file does not read; the message says where.</exception>
    public static IReadOnlyList<ProcedureProfile> LoadAll(DataDirectory directory)
    {
        var path = directory.File("procedures.json");
        if (!File.Exists(path)) return [];
        try
        {
            return JsonSerializer.Deserialize<List<ProcedureProfile>>(File.ReadAllBytes(path), MunicipalityProfile.Json) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{path} does not read, at {e.Path ?? "$"} (line {e.LineNumber + 1}): {e.Message}", e);
        }
    }

    /// <summary>Makes the procedure, without a form yet.</summary>
    /// <param name="departmentId">The department in charge.</param>
    public Procedure ToProcedure(Guid departmentId) => new()
    {
        Slug = Slug,
        Title = Title,
        Summary = Summary,
        Theme = Theme,
        Keywords = Keywords,
        DepartmentId = departmentId,
        Regime = Regime,
        PeriodCount = PeriodCount,
        PeriodUnit = PeriodUnit,
        ExpectedDelay = ExpectedDelay,
        DocumentsToHave = DocumentsToHave,
        Purpose = Purpose,
        LegalBasis = LegalBasis,
        Recipients = Recipients,
        Retention = Retention,
    };
}
