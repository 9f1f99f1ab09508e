using GruBuilder.Forms.Definitions;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace GruBuilder.Tests.Designer;

/// <summary>What is drawn is in safety soon after, whatever goes wrong on the way.</summary>
public class SavingTests(GruApp app) : IClassFixture<GruApp>
{
    [Fact]
    public async Task A_save_that_fails_is_tried_again_until_it_succeeds()
    {
        var seat = await EnterAsync(app, "Un disque plein");
        await using var db = await app.OpenDatabaseAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full_disk BEFORE UPDATE ON Procedures BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        var failed = Once(seat.Room, room => room.HasFailed);
        seat.Session.ChangeForm(f => f with { Description = "Écrite pendant la panne" });
        await failed;
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER full_disk");
        await Once(seat.Room, room => !room.HasFailed && room.Document.IsSaved);

        Assert.Contains("Écrite pendant la panne", await SavedAsync(app, seat), StringComparison.Ordinal);
        await app.Get<DesignRooms>().LeaveAsync(seat);
    }

    [Fact]
    public async Task What_was_drawn_a_moment_before_the_application_stops_is_saved()
    {
        var seat = await EnterAsync(app, "Un arrêt");
        seat.Session.ChangeForm(f => f with { Description = "Écrite juste avant l’arrêt" });
        await app.Get<IEnumerable<IHostedService>>().OfType<DesignRooms>().Single().StopAsync(default);

        Assert.Contains("Écrite juste avant l’arrêt", await SavedAsync(app, seat), StringComparison.Ordinal);
        await app.Get<DesignRooms>().LeaveAsync(seat);
    }

    private static async Task<DesignSeat> EnterAsync(GruApp app, string title)
    {
        var id = await app.CreateProcedureAsync(title);
        return (await app.Get<DesignRooms>().EnterAsync(id, await app.PersonAsync(GruApp.RoadHead), act => act()))!;
    }

    private static async Task<string> SavedAsync(GruApp app, DesignSeat seat)
    {
        await using var db = await app.OpenDatabaseAsync();
        var saved = await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == seat.Room.Id);
        return DefinitionJson.Read(saved.WorkingDefinition).Definition!.Description ?? "";
    }

    private static async Task Once(DesignRoom room, Func<DesignRoom, bool> holds)
    {
        var done = new TaskCompletionSource();
        room.Changed += Look;
        Look();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));
        room.Changed -= Look;

        void Look()
        {
            if (holds(room)) done.TrySetResult();
        }
    }
}
