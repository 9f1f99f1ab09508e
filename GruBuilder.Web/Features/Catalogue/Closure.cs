using GruBuilder.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Catalogue;

/// <summary>What citizens are told of a procedure that was withdrawn.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why.</param>
/// <param name="SuccessorTitle">The open procedure that takes its place, or null.</param>
/// <param name="SuccessorAddress">Its page, or null.</param>
public sealed record Closure(DateTimeOffset Since, string Reason, string? SuccessorTitle, string? SuccessorAddress)
{
    private const int LongestChain = 10;

    /// <summary>The closure of a procedure; null when it is not withdrawn.</summary>
    public static async Task<Closure?> OfAsync(GruContext db, Procedure procedure, CancellationToken cancel = default)
    {
        if (procedure is not { Status: ProcedureStatus.Retired, RetiredAt: { } since }) return null;
        // A successor that was withdrawn in its turn leads on to its own.
        var next = procedure.SuccessorId;
        for (var step = 0; step < LongestChain && next is { } id; step++)
        {
            var successor = await db.Procedures.AsNoTracking().FirstAsync(p => p.Id == id, cancel);
            if (successor.IsOpen) return new Closure(since, procedure.RetirementReason, successor.Title, $"/demarches/{successor.Slug}");
            next = successor.SuccessorId;
        }

        return new Closure(since, procedure.RetirementReason, null, null);
    }
}
