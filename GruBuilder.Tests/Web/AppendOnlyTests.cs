using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Web;

[Collection(WebTests.Name)]
public class AppendOnlyTests(GruApp app)
{
    [Fact]
    public async Task A_published_version_cannot_be_changed()
    {
        await using var db = await app.OpenDatabaseAsync();
        var version = await db.FormVersions.FirstAsync();
        db.Entry(version).Property(v => v.Definition).CurrentValue = "{}";
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Contains("FormVersion never changes", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Fact]
    public async Task A_published_version_cannot_be_removed()
    {
        await using var db = await app.OpenDatabaseAsync();
        db.Remove(await db.FormVersions.FirstAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_step_of_the_timeline_cannot_be_changed_nor_removed()
    {
        var request = await Requests.SendAsync(app);
        await using (var db = await app.OpenDatabaseAsync())
        {
            var entry = await db.Timeline.FirstAsync(t => t.RequestId == request.Id);
            db.Entry(entry).Property(t => t.Text).CurrentValue = "autre chose";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        }

        await using var other = await app.OpenDatabaseAsync();
        other.Remove(await other.Timeline.FirstAsync(t => t.RequestId == request.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.SaveChangesAsync());
    }

    [Fact]
    public async Task A_new_version_leaves_the_earlier_one_as_it_was()
    {
        await using var db = await app.OpenDatabaseAsync();
        var procedure = await db.Procedures.SingleAsync(p => p.Slug == "restauration-scolaire");
        var first = await db.FormVersions.AsNoTracking().SingleAsync(v => v.ProcedureId == procedure.Id && v.Number == 1);
        procedure.SaveWorking(procedure.WorkingDefinition + "\n", DateTimeOffset.UtcNow);
        var second = procedure.Publish(DateTimeOffset.UtcNow, null, "Test");
        await db.SaveChangesAsync();

        Assert.Equal(2, second.Number);
        Assert.NotEqual(first.Sha256, second.Sha256);
        Assert.Equal(first.Definition, (await db.FormVersions.AsNoTracking().SingleAsync(v => v.Id == first.Id)).Definition);
    }
}
