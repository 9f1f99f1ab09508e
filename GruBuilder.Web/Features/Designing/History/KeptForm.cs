using GruBuilder.Web.Features.Catalogue;

namespace GruBuilder.Web.Features.Designing.History;

/// <summary>A working form as somebody left it: the end of a stretch of drawing by one person.</summary>
public sealed class KeptForm
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The procedure.</summary>
    public required Guid ProcedureId { get; init; }

    /// <summary>Who drew; null when nobody knows.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Name of who drew, as it was then; empty when nobody knows.</summary>
    public required string ActorName { get; init; }

    /// <summary>When the stretch began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the form was last changed within it.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>The form's JSON.</summary>
    public required string Definition { get; set; }

    /// <summary>The form of a procedure before the first change that was kept.</summary>
    public static KeptForm Before(Procedure procedure) => new()
    {
        ProcedureId = procedure.Id, ActorName = "", StartedAt = procedure.WorkingSavedAt, At = procedure.WorkingSavedAt, Definition = procedure.WorkingDefinition,
    };
}
