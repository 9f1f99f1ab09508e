using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Receipts;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Designing.Blocks;
using GruBuilder.Web.Features.Designing.Discussions;
using GruBuilder.Web.Features.Designing.Exercise;
using GruBuilder.Web.Features.Designing.Trials;
using GruBuilder.Web.Shell;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GruBuilder.Web.Features.Designing;

/// <summary>Registers and maps what drawing forms needs.</summary>
public static class DesigningServices
{
    /// <summary>Where the JSON Schema of forms stands.</summary>
    public const string SchemaAddress = "/schemas/form/2.json";

    /// <summary>Adds the desk and the rooms.</summary>
    public static IServiceCollection AddDesigning(this IServiceCollection services) => services
        .AddSingleton<DesignDesk>()
        .AddSingleton<Publication.PublicationDesk>()
        .AddSingleton<DiscussionDesk>()
        .AddSingleton<NoticeDesk>()
        .AddSingleton<Publication.RetirementDesk>()
        .AddSingleton<Publication.PlannedPublications>()
        .AddHostedService<Publication.PlannedPublicationWorker>()
        .AddSingleton<DesignRooms>()
        .AddHostedService(provider => provider.GetRequiredService<DesignRooms>())
        .AddSingleton<History.KeptForms>()
        .AddSingleton<StartingForms>()
        .AddSingleton<TrialDesk>()
        .AddSingleton<Versions.VersionDesk>()
        .AddSingleton<ExerciseDesk>()
        .AddHostedService<ExerciseWorker>()
        .AddSingleton<BlockDesk>()
        .AddSingleton<BlockUses>()
        .AddScoped<CircuitConnection>()
        .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitConnection>());

    /// <summary>Maps the download of a working form, what it gives when it is tried, and the JSON Schema.</summary>
    public static void MapDesigning(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agent/demarches/{id:guid}/formulaire.json", async (Guid id, HttpContext http, DesignDesk desk) =>
        {
            if (await desk.OpenAsync(id, http.User, http.RequestAborted) is not { } open) return Results.NotFound();
            var json = open.Problems.Count == 0 ? DefinitionJson.Write(open.Form) : open.Procedure.WorkingDefinition;
            return Results.File(System.Text.Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", $"{open.Procedure.Slug}.json");
        }).RequireAuthorization(Policies.Designing);
        MapTrial(routes, "recepisse", trial => trial.Receipt);
        MapTrial(routes, "papier", trial => trial.Blank);
        routes.MapGet(SchemaAddress, () => Results.Text(DefinitionJson.Schema(), "application/schema+json")).AllowAnonymous();
    }

    private static void MapTrial(IEndpointRouteBuilder routes, string name, Func<Trial, ReceiptDocument> document) =>
        routes.MapGet($"/agent/demarches/{{id:guid}}/essai/{name}.pdf", async (Guid id, HttpContext http, TrialDesk desk) =>
            await desk.OpenAsync(id, http.User, http.RequestAborted) is { } trial ? Results.File(desk.Write(document(trial)), "application/pdf") : Results.NotFound())
            .RequireAuthorization(Policies.Designing);
}
