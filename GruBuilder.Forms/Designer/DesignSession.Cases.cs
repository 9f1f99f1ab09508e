using System.Collections.Immutable;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.TestCases;

namespace GruBuilder.Forms.Designer;

/// <summary>The recorded test cases of the form, as this person works with them.</summary>
public sealed partial class DesignSession
{
    /// <summary>How many cases a form may have.</summary>
    public const int MostCases = 100;

    private (FormProgram Program, ImmutableArray<TestCase> Cases, ImmutableArray<CaseRun> Runs)? _runs;

    /// <summary>Each case, given to the form as this person sees it.</summary>
    public ImmutableArray<CaseRun> CaseRuns
    {
        get
        {
            var (program, cases) = (State.Program, Document.Cases);
            if (_runs is { } known && ReferenceEquals(known.Program, program) && known.Cases == cases) return known.Runs;
            ImmutableArray<CaseRun> runs = [.. cases.Select(c => c.Run(program))];
            _runs = (program, cases, runs);
            return runs;
        }
    }

    /// <summary>The case that was removed last and where it stood; null when there is none to bring back.</summary>
    public (TestCase Case, int Index)? RemovedCase { get; private set; }

    /// <summary>Records what the form makes of answers.</summary>
    /// <param name="answers">The answers' JSON.</param>
    /// <param name="name">What to call it; null for the next number.</param>
    public void RecordCase(string answers, string? name = null)
    {
        if (!MayDraw()) return;
        if (Document.Cases.Length >= MostCases)
        {
            Say($"Il y a déjà {MostCases} essais. Supprimez-en un d’abord.");
            return;
        }

        name ??= FreeCaseName();
        if (name.Length > TestCase.LongestName) name = string.Concat(name.AsSpan(0, TestCase.LongestName - 1), "…");
        var made = TestCase.Record(State.Program, name, answers, TrialDay ?? DateOnly.FromDateTime(DateTime.Today));
        Document.ChangeCases(this, cases => cases.Add(made));
        Say($"Enregistré\u202f: {made.Name}");
    }

    /// <summary>Renames a case; a blank name changes nothing.</summary>
    public void RenameCase(Guid id, string? name)
    {
        if (!MayDraw()) return;
        name = name?.Trim() ?? "";
        if (name.Length is > 0 and <= TestCase.LongestName) ChangeCase(id, one => one.Name == name ? one : one with { Name = name });
        Notify();
    }

    /// <summary>Takes what the form makes of a case now as what is expected from now on.</summary>
    public void AcceptCase(CaseRun run)
    {
        if (!MayDraw()) return;
        ChangeCase(run.Case.Id, one => one with { Expected = run.Found });
        Say($"«\u202f{run.Case.Name}\u202f» attend maintenant le nouveau résultat.");
    }

    /// <summary>Removes a case; <see cref="BringCaseBack"/> takes that back.</summary>
    public void RemoveCase(Guid id)
    {
        if (!MayDraw()) return;
        Document.ChangeCases(this, cases =>
        {
            if (cases.FirstOrDefault(c => c.Id == id) is not { } gone) return cases;
            RemovedCase = (gone, cases.IndexOf(gone));
            return cases.Remove(gone);
        });
        if (RemovedCase is var (removed, _)) Say($"Supprimé\u202f: {removed.Name}");
    }

    /// <summary>Brings the case that was removed last back to its place.</summary>
    public void BringCaseBack()
    {
        if (!MayDraw() || RemovedCase is not var (removed, index)) return;
        RemovedCase = null;
        Document.ChangeCases(this, cases => cases.Any(c => c.Id == removed.Id) ? cases : cases.Insert(Math.Min(index, cases.Length), removed));
        Say($"Remis\u202f: {removed.Name}");
    }

    /// <summary>Shows a case in the preview.</summary>
    public void OpenCase(TestCase one)
    {
        (Trial, TrialDay) = (one.Answers, one.Day);
        Show(DesignerView.Preview);
    }

    private void ChangeCase(Guid id, Func<TestCase, TestCase> change) => Document.ChangeCases(this, cases =>
    {
        if (cases.FirstOrDefault(c => c.Id == id) is not { } old) return cases;
        var changed = change(old);
        return ReferenceEquals(changed, old) ? cases : cases.Replace(old, changed);
    });

    private string FreeCaseName()
    {
        var taken = Document.Cases.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var number = taken.Count + 1;
        while (taken.Contains($"Essai {number}")) number++;
        return $"Essai {number}";
    }

    private void OnCasesChanged(DesignSession by)
    {
        if (!ReferenceEquals(by, this)) _post(Notify);
    }
}
