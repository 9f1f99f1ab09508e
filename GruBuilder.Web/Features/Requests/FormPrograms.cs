using System.Collections.Concurrent;
using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Web.Data;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Municipality;
using Microsoft.EntityFrameworkCore;

namespace GruBuilder.Web.Features.Requests;

/// <summary>Published forms, compiled once and shared: a version never changes, so its program only does with a list that it uses.</summary>
/// <param name="contexts">The database.</param>
/// <param name="lists">The reference lists.</param>
/// <param name="clock">The time, for rules about today.</param>
public sealed class FormPrograms(IDbContextFactory<GruContext> contexts, IReferenceLists lists, TownClock clock)
{
    private readonly ConcurrentDictionary<(Guid Version, Language Language), Compiled> _programs = new();

    private sealed record Compiled(FormDefinition Definition, ImmutableArray<ReferenceList?> Lists, FormProgram Program);

    /// <summary>The program of a version, in French.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public Task<FormProgram> OfAsync(Guid formVersionId, CancellationToken cancel = default) => OfAsync(formVersionId, Language.French, cancel);

    /// <summary>The program of a version with the texts of a language.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<FormProgram> OfAsync(Guid formVersionId, Language language, CancellationToken cancel = default)
    {
        if (_programs.TryGetValue((formVersionId, language), out var known)) return UpToDate((formVersionId, language), known).Program;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var version = await db.FormVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == formVersionId, cancel)
            ?? throw new InvalidOperationException($"Form version {formVersionId} does not exist: the request or draft that names it was not saved with it.");
        return _programs.GetOrAdd((formVersionId, language), _ => Compile(Read(version).In(language))).Program;
    }

    /// <summary>Opens a version with answers; without any yet, with what the form and the account start with.</summary>
    /// <param name="formVersionId">The version.</param>
    /// <param name="answers">The answers' JSON.</param>
    /// <param name="account">Whose answers they are, for rules about the account; null when nobody's.</param>
    /// <param name="language">The language that they read.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FormState> OpenAsync(Guid formVersionId, string answers, Account? account, Language language = Language.French, CancellationToken cancel = default)
    {
        var state = (await OfAsync(formVersionId, language, cancel)).Open(new Circumstances(clock.Today) { Account = account.KnownAttributes(), Language = language });
        if (answers != Draft.NoAnswers) AnswersJson.Read(state, answers);
        return state;
    }

    /// <summary>Opens a request as it was sent: its version, its answers, the day of sending, and what the account said then.</summary>
    /// <param name="request">The request; with its account where it is older than the record of what the account said.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FormState> OpenAsync(Request request, CancellationToken cancel = default)
    {
        var state = (await OfAsync(request.FormVersionId, cancel)).Open(Then(request));
        AnswersJson.Read(state, request.Answers);
        return state;
    }

    /// <summary>Opens a request as the agents who process it see it: what was sent, and the questions kept for them with what they answered.</summary>
    /// <param name="request">The request; with its account where it is older than the record of what the account said.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FormState> OpenForAgentAsync(Request request, CancellationToken cancel = default)
    {
        var state = (await OfAsync(request.FormVersionId, cancel)).Open(Then(request) with { Audience = Audience.Agent });
        AnswersJson.Read(state, request.Answers, request.DepartmentAnswers);
        return state;
    }

    // What surrounded the person when the request was sent.
    private Circumstances Then(Request request) => new(clock.Day(request.SubmittedAt))
    {
        Account = request.KnownOfAccount is { } kept ? AccountAttributes.Read(kept) : request.Account.KnownAttributes(),
    };

    private Compiled UpToDate((Guid Version, Language Language) key, Compiled known)
    {
        if (known.Lists.IsEmpty || ReferenceLists.Used(known.Definition, lists).AsSpan().SequenceEqual(known.Lists.AsSpan())) return known;
        return _programs[key] = Compile(known.Definition);
    }

    private Compiled Compile(FormDefinition definition) => new(definition, ReferenceLists.Used(definition, lists), FormProgram.Compile(ReferenceLists.Fill(definition, lists)));

    private static FormDefinition Read(FormVersion version)
    {
        var reading = DefinitionJson.Read(version.Definition);
        return reading.Definition ?? throw new InvalidOperationException(
            $"Form version {version.Id} does not read: {string.Join("; ", reading.Problems.Select(p => $"{p.Path}: {p.Message}"))}");
    }
}
