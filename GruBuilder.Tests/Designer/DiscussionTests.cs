using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Designer.Edits;
using GruBuilder.Tests.Web;
using GruBuilder.Web.Features.Designing;
using GruBuilder.Web.Features.Designing.Discussions;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Tests.Designer;

[Collection(WebTests.Name)]
public class DiscussionTests(GruApp app)
{
    private static readonly FollowedPart WholeForm = new(Selection.Form, "le formulaire", false);

    private DiscussionDesk Desk => app.Get<DiscussionDesk>();

    [Fact]
    public async Task What_is_said_is_answered_settled_and_opened_again_and_each_stands_with_who_and_when()
    {
        var (id, nadia, lea) = await CreateAsync();
        var thread = Done(await Desk.OpenAsync(id, nadia, WholeForm, "  Trop long ?\r\nÀ mon avis, oui. "));
        thread = Done(await Desk.AnswerAsync(thread.Id, lea, "Oui."));
        Assert.Equal([("Nadia Delattre", "Trop long ?\nÀ mon avis, oui."), ("Léa Vasseur", "Oui.")], thread.Messages.Select(m => (m.AuthorName, m.Text)));
        thread = Done(await Desk.SettleAsync(thread.Id, lea, true));
        Assert.Equal((false, "Léa Vasseur"), (thread.IsOpen, thread.SettledByName));
        Assert.True(Done(await Desk.SettleAsync(thread.Id, nadia, false)).IsOpen);
        Done(await Desk.SettleAsync(thread.Id, nadia, true));
        Assert.True(Done(await Desk.AnswerAsync(thread.Id, lea, "Encore un mot.")).IsOpen);
        Assert.Equal(3, Assert.Single((await Desk.ListAsync(id, nadia))!).Messages.Count);
    }

    [Theory]
    [InlineData(GruApp.Citizen)]
    [InlineData(GruApp.RoadAgent)]
    [InlineData(GruApp.RoadHead)]
    public async Task Who_may_not_open_a_form_reads_and_says_nothing_about_it(string email)
    {
        var admin = await app.PersonAsync(GruApp.Administrator);
        var id = (await app.Get<DesignDesk>().CreateAsync(admin, "État civil", await DepartmentAsync("etat-civil"), "Papiers"))!.Value;
        var thread = Done(await Desk.OpenAsync(id, admin, WholeForm, "Entre nous."));
        var person = await app.PersonAsync(email);

        Assert.Null(await Desk.ListAsync(id, person));
        Assert.Empty(await Desk.ColleaguesAsync(id, person));
        foreach (var refused in new[]
        {
            await Desk.OpenAsync(id, person, WholeForm, "Moi aussi."), await Desk.AnswerAsync(thread.Id, person, "Moi aussi."), await Desk.SettleAsync(thread.Id, person, true),
            await Desk.EditAsync(thread.Id, thread.Messages[0].Id, person, "x"), await Desk.DeleteAsync(thread.Id, thread.Messages[0].Id, person), await Desk.DecideAsync(thread.Id, person, WordingDecision.Accepted),
        })
        {
            Assert.Equal((null, "Cet échange n’est plus là, ou ne vous est plus ouvert."), (refused.Thread, refused.Reason));
        }

        var kept = Assert.Single((await Desk.ListAsync(id, admin))!);
        Assert.True(kept.IsOpen);
        Assert.Equal("Entre nous.", Assert.Single(kept.Messages).Text);
    }

    [Fact]
    public async Task Ones_own_last_message_is_changed_or_taken_away_and_both_can_be_seen()
    {
        var (id, nadia, lea) = await CreateAsync();
        var thread = Done(await Desk.OpenAsync(id, nadia, WholeForm, "Bonjour"));
        var first = thread.Messages[0].Id;
        Assert.NotNull((await Desk.EditAsync(thread.Id, first, lea, "Pas à moi")).Reason);
        Assert.NotNull(Done(await Desk.EditAsync(thread.Id, first, nadia, "Bonjour à tous")).Messages[0].EditedAt);
        thread = Done(await Desk.AnswerAsync(thread.Id, lea, "Bonjour"));
        Assert.Equal("Seul votre dernier message peut changer, tant que personne n’a répondu.", (await Desk.EditAsync(thread.Id, first, nadia, "Trop tard")).Reason);
        Assert.NotNull((await Desk.DeleteAsync(thread.Id, first, nadia)).Reason);

        thread = Done(await Desk.DeleteAsync(thread.Id, thread.Messages[1].Id, lea));
        Assert.Equal((2, "", true), (thread.Messages.Count, thread.Messages[1].Text, thread.Messages[1].DeletedAt is not null));
        Assert.True(thread.IsOpen);
        Assert.Equal("Bonjour à tous", thread.Messages[0].Text);
    }

    [Fact]
    public async Task A_thread_in_which_nothing_is_left_is_settled()
    {
        var (id, nadia, _) = await CreateAsync();
        var thread = Done(await Desk.OpenAsync(id, nadia, WholeForm, "Pardon, rien."));
        Assert.False(Done(await Desk.DeleteAsync(thread.Id, thread.Messages[0].Id, nadia)).IsOpen);
    }

    [Fact]
    public async Task A_message_that_is_empty_or_too_long_is_refused_with_words()
    {
        var (id, nadia, _) = await CreateAsync();
        Assert.Equal("Écrivez d’abord votre message.", (await Desk.OpenAsync(id, nadia, WholeForm, " \n ")).Reason);
        Assert.Equal("Restez sous 2000 caractères : votre message en a 2001.", (await Desk.OpenAsync(id, nadia, WholeForm, new string('a', 2001))).Reason);
        Assert.Empty((await Desk.ListAsync(id, nadia))!);
    }

    [Fact]
    public async Task Who_is_named_is_told_here_and_by_one_mail_and_who_has_spoken_is_told_of_answers_here()
    {
        var (id, nadia, lea) = await CreateAsync("Citer quelqu’un");
        var notices = app.Get<NoticeDesk>();
        await notices.ReadAsync(lea);
        await notices.ReadAsync(nadia);
        var thread = Done(await Desk.OpenAsync(id, nadia, new FollowedPart(Selection.Page("page_1"), "la page « Votre demande »", false), "@Léa Vasseur, et encore @Léa Vasseur : qu’en dites-vous ? @Camille Lefebvre @Nadia Delattre"));
        var told = Assert.Single(await notices.ListAsync(lea), l => l.Notice.ThreadId == thread.Id);
        Assert.Equal((NoticeKind.Mentioned, "Nadia Delattre", "vous cite", "Citer quelqu’un"), (told.Notice.Kind, told.Notice.ActorName, told.InWords, told.Title));
        Assert.Equal(1, await notices.CountAsync(lea));
        Done(await Desk.EditAsync(thread.Id, thread.Messages[0].Id, nadia, "@Léa Vasseur, qu’en dites-vous ?"));
        await using (var db = await app.OpenDatabaseAsync())
        {
            var mail = Assert.Single(await db.Outbox.Where(m => m.Subject.Contains("Citer quelqu’un")).ToListAsync());
            Assert.Equal((GruApp.Communication, "Nadia Delattre vous cite dans « Citer quelqu’un »"), (mail.To, mail.Subject));
            Assert.Contains($"/agent/demarches/{id}/dessiner?echange={thread.Id}", mail.Body, StringComparison.Ordinal);
        }

        Done(await Desk.AnswerAsync(thread.Id, lea, "Du bien."));
        Done(await Desk.AnswerAsync(thread.Id, lea, "Vraiment."));
        Assert.Equal(NoticeKind.Answered, Assert.Single(await notices.ListAsync(nadia), l => l.Notice.ThreadId == thread.Id).Notice.Kind);
        Assert.Equal([thread.Id], await notices.ReadAsync(nadia, id));
        Assert.Equal(0, await notices.CountAsync(nadia));
        await using (var db = await app.OpenDatabaseAsync()) Assert.Single(await db.Outbox.Where(m => m.Subject.Contains("Citer quelqu’un")).ToListAsync());
    }

    [Fact]
    public async Task Those_who_may_open_a_form_and_no_others_can_be_named()
    {
        var (id, nadia, _) = await CreateAsync();
        Assert.Equal(["Hélène Marchal", "Léa Vasseur", "Nadia Delattre", "Samir Haddad"], (await Desk.ColleaguesAsync(id, nadia)).Select(c => c.Name).Where(n => n.Split(' ')[^1] is "Marchal" or "Vasseur" or "Delattre" or "Haddad" or "Lefebvre").Order(StringComparer.Ordinal));
        var admin = await app.PersonAsync(GruApp.Administrator);
        var birth = (await app.Get<DesignDesk>().CreateAsync(admin, "Ailleurs", await DepartmentAsync("etat-civil"), "Papiers"))!.Value;
        var elsewhere = (await Desk.ColleaguesAsync(birth, admin)).Select(c => c.Name).ToList();
        Assert.Contains("Odile Dubois", elsewhere);
        Assert.DoesNotContain("Nadia Delattre", elsewhere);
        Assert.DoesNotContain("Samir Haddad", elsewhere);
    }

    [Theory]
    [InlineData("Bonjour @Anne Petit", "Anne Petit")]
    [InlineData("@anne petit-jean!", "Anne Petit-Jean")]
    [InlineData("(@Anne Petit)", "Anne Petit")]
    [InlineData("anne@Anne Petit", "")]
    [InlineData("@Anne Petitot", "")]
    [InlineData("@", "")]
    [InlineData("rien", "")]
    public void A_name_behind_an_at_sign_names_a_person(string text, string expected)
    {
        Colleague[] people = [new(Guid.NewGuid(), "Anne Petit"), new(Guid.NewGuid(), "Anne Petit-Jean")];
        Assert.Equal(expected, string.Join(',', Mentions.In(text, people).Select(p => p.Name)));
        Assert.Equal(text, string.Concat(Mentions.Split(text, people).Select(s => s.Text)));
    }

    [Fact]
    public async Task A_talk_stays_with_its_question_from_one_opening_of_the_form_to_the_next()
    {
        var (id, nadia, lea) = await CreateAsync();
        var rooms = app.Get<DesignRooms>();
        var seat = (await rooms.EnterAsync(id, nadia, action => action()))!;
        seat.Session.Apply(new AddFields(Drawn.Text("nom", "Nom"), new Place("page_1", null, 0)));
        Assert.Null(await seat.Room.Discussion.OpenAsync(nadia, FollowedPart.Of(seat.Session.Form, Selection.Field("nom"))!, "Lequel ?"));
        Assert.Equal(1, seat.Room.Document.OpenTalks[Selection.Field("nom")]);
        seat.Session.Apply(new RenameFieldKey("nom", "nom_de_famille"));
        await rooms.LeaveAsync(seat);

        seat = (await rooms.EnterAsync(id, lea, action => action()))!;
        Assert.Equal(1, seat.Room.Document.OpenTalks[Selection.Field("nom_de_famille")]);
        seat.Session.Remove("nom_de_famille");
        await rooms.LeaveAsync(seat);

        seat = (await rooms.EnterAsync(id, lea, action => action()))!;
        seat.Session.Apply(new AddFields(Drawn.Text("nom_de_famille", "Un autre"), new Place("page_1", null, 0)));
        Assert.Equal(new FollowedPart(Selection.Field("nom_de_famille"), "« Nom »", true) { FormerKeys = "nom" }, seat.Room.Discussion.PartOf(Assert.Single(seat.Room.Discussion.Threads)));
        Assert.Equal(1, seat.Room.Document.OpenTalks[Selection.Form]);
        Assert.DoesNotContain("Lequel", DefinitionJson.Write(seat.Session.Form), StringComparison.Ordinal);
        await rooms.LeaveAsync(seat);
    }

    [Fact]
    public async Task A_proposed_wording_is_accepted_into_the_form_refused_with_a_word_or_taken_back()
    {
        var (id, nadia, lea) = await CreateAsync();
        var seat = (await app.Get<DesignRooms>().EnterAsync(id, nadia, action => action()))!;
        var talk = seat.Room.Discussion;
        var title = new TextPlace(TextOwner.Page, "page_1", "title");
        var page = Selection.Page("page_1");
        Assert.Equal("C’est déjà le texte du formulaire : changez-le pour le proposer.", await talk.ProposeAsync(lea, page, title, " Votre demande ", ""));
        Assert.Null(await talk.ProposeAsync(lea, page, title, "Votre projet", ""));
        Assert.Equal("Le texte vient de changer : relisez-le avant d’accepter.", await talk.AcceptAsync(seat.Session, nadia, talk.Threads[0], "Autre chose"));
        Assert.Null(await talk.AcceptAsync(seat.Session, nadia, talk.Threads[0], "Votre demande"));
        Assert.Equal(("Votre projet", "Libellé proposé par Léa Vasseur, accepté par Nadia Delattre"), (seat.Session.Form.Pages[0].Title, seat.Session.UndoName));
        Assert.Equal((WordingDecision.Accepted, false), (talk.Threads[0].Proposal!.Decision, talk.Threads[0].IsOpen));
        Assert.NotNull(await talk.AcceptAsync(seat.Session, nadia, talk.Threads[0], "Votre projet"));

        Assert.Null(await talk.ProposeAsync(lea, page, title, "Ce que vous demandez", "Plus simple."));
        Assert.Equal("Dites en un mot pourquoi.", await talk.DeclineAsync(nadia, talk.Threads[1].Id, WordingDecision.Refused, " "));
        Assert.Equal("Cette décision revient à quelqu’un d’autre.", await talk.DeclineAsync(nadia, talk.Threads[1].Id, WordingDecision.Withdrawn, ""));
        Assert.Null(await talk.DeclineAsync(nadia, talk.Threads[1].Id, WordingDecision.Refused, "Trop vague."));
        Assert.Equal(["Plus simple.", "Trop vague."], talk.Threads[1].Messages.Select(m => m.Text));
        Assert.Contains(await app.Get<NoticeDesk>().ListAsync(lea), l => l.Notice.ThreadId == talk.Threads[1].Id && l.InWords == "a refusé votre texte");

        Assert.Null(await talk.ProposeAsync(lea, page, title, "Encore autre chose", ""));
        Assert.Null(await talk.DeclineAsync(lea, talk.Threads[2].Id, WordingDecision.Withdrawn, ""));
        Assert.Equal("Votre projet", seat.Session.Form.Pages[0].Title);
        Assert.Equal(0, talk.OpenCount);
        await app.Get<DesignRooms>().LeaveAsync(seat);
    }

    [Fact]
    public async Task Two_who_speak_at_once_in_a_room_both_see_both()
    {
        var (id, nadia, lea) = await CreateAsync();
        var seat = (await app.Get<DesignRooms>().EnterAsync(id, nadia, action => action()))!;
        await seat.Room.Discussion.OpenAsync(nadia, WholeForm, "Début");
        var thread = seat.Room.Discussion.Threads[0].Id;
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => seat.Room.Discussion.AnswerAsync(i % 2 == 0 ? nadia : lea, thread, $"Message {i}"))));

        Assert.Equal(13, seat.Room.Discussion.Threads[0].Messages.Count);
        await app.Get<DesignRooms>().LeaveAsync(seat);
    }

    private static DesignThread Done(ThreadResult result)
    {
        Assert.Null(result.Reason);
        return result.Thread!;
    }

    private async Task<(Guid Id, ClaimsPrincipal Nadia, ClaimsPrincipal Lea)> CreateAsync(string title = "Échanger")
    {
        var (nadia, lea) = (await app.PersonAsync(GruApp.RoadHead), await app.PersonAsync(GruApp.Communication));
        return ((await app.Get<DesignDesk>().CreateAsync(nadia, title, await DepartmentAsync("voirie"), "Voirie"))!.Value, nadia, lea);
    }

    private async Task<Guid> DepartmentAsync(string key)
    {
        await using var db = await app.OpenDatabaseAsync();
        return await db.Departments.Where(d => d.Key == key).Select(d => d.Id).SingleAsync();
    }
}
