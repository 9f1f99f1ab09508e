using GruBuilder.Forms.Definitions;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Publication;
using GruBuilder.Web.Features.Filling;
using GruBuilder.Web.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Web;

/// <summary>A draft begun with one version of a form goes on with the next.</summary>
public class DraftMoveTests
{
    [Fact]
    public async Task A_draft_follows_its_form_with_its_answers_and_says_what_changed()
    {
        await using var app = new GruApp();
        var draft = await Requests.DraftAsync(app);
        await PublishAsync(app, form => form with
        {
            Pages = [.. form.Pages.Select((p, i) => i > 0 ? p : p with { Fields = [.. p.Fields, new ShortTextField { Key = "repere", Label = "Un repère à proximité", Required = true, Purpose = "Trouver le lieu." }] })],
        });

        var citizen = await app.PersonAsync(GruApp.Citizen);
        var opened = await app.Get<DraftDesk>().OpenAsync(draft, citizen.Id()!.Value);
        Assert.Equal("Un banc est cassé.", opened!.State["description"].AsText);
        Assert.Equal(["repere"], opened.Moved!.ToReview.Select(p => p.Field.Field.Key));
        Assert.Contains(opened.Moved.Changes, c => c.Sentence.Contains("Un repère à proximité", StringComparison.Ordinal));
        Assert.Equal(opened.State.Program.Definition.Pages[0].Key, opened.StartAt);

        // Sending asks for the new question too; the next visit has nothing more to tell.
        Assert.Contains((await app.Get<RequestService>().SubmitAsync(draft, citizen))!.Errors, e => e.Path == "repere");
        Assert.Null((await app.Get<DraftDesk>().OpenAsync(draft, citizen.Id()!.Value))!.Moved);
    }

    [Fact]
    public async Task Who_reads_the_form_in_English_is_told_in_English()
    {
        await using var app = new GruApp();
        var draft = await Requests.DraftAsync(app);
        await PublishAsync(app, form => form with
        {
            Pages = [.. form.Pages.Select((p, i) => i > 0 ? p : p with { Fields = [.. p.Fields, new ShortTextField { Key = "repere", Label = "Un repère à proximité", Required = true, Purpose = "Trouver le lieu.", English = new FieldTexts { Label = "A landmark nearby" } }] })],
        });

        using var visitor = new Visitor(app);
        await visitor.SignInAsAsync(GruApp.Citizen);
        await visitor.GoAsync($"/demarches/signaler-probleme-voirie/remplir/{draft}?lang=en");
        Assert.Contains("This form has changed since your last visit", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("“A landmark nearby”", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Un repère à proximité", visitor.Text, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(GruApp app, Func<FormDefinition, FormDefinition> change)
    {
        var head = await app.PersonAsync(GruApp.Administrator);
        var desk = app.Get<DesignDesk>();
        Guid id;
        await using (var db = await app.OpenDatabaseAsync()) id = await db.Procedures.Where(p => p.Slug == "signaler-probleme-voirie").Select(p => p.Id).SingleAsync();
        var open = await desk.OpenAsync(id, head);
        var publication = app.Get<PublicationDesk>();
        var result = await desk.SaveAsync(id, head, change(open!.Form), open.Procedure.WorkingVersionStamp);
        result = await publication.ReviewAsync(id, head, result.Stamp, ReviewPoints.All);
        result = await publication.ApproveAsync(id, head, result.Stamp);
        result = await publication.PublishAsync(id, head, result.Stamp);
        Assert.Equal(SaveOutcome.Done, result.Outcome);
    }
}
