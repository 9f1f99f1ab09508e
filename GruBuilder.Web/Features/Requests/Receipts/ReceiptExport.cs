using System.Collections.Concurrent;
using System.Security.Claims;
using GruBuilder.Web.Features.Accounts;

namespace GruBuilder.Web.Features.Requests.Receipts;

/// <summary>Where an export stands.</summary>
public enum ExportState
{
    /// <summary>Nobody has asked for the file yet.</summary>
    Ready,

    /// <summary>The file is being written.</summary>
    Running,

    /// <summary>The file is whole.</summary>
    Complete,

    /// <summary>Somebody stopped it, or the connection broke: the file is not whole.</summary>
    Stopped,
}

/// <summary>One export of receipts: the download writes it, the page that offered it watches and may stop it.</summary>
/// <param name="account">Who exports.</param>
public sealed class ReceiptExport(Guid account)
{
    private readonly Lock _gate = new();
    private Action? _abort;

    /// <summary>Something has changed: it began, another hundredth is done, or it ended. Raised on the download's thread.</summary>
    public event Action? Changed;

    /// <summary>Identifier, by which the download's address names it.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Who exports.</summary>
    public Guid Account { get; } = account;

    /// <summary>Where it stands.</summary>
    public ExportState State { get; private set; }

    /// <summary>How many receipts are asked for.</summary>
    public int Total { get; private set; }

    /// <summary>How many are dealt with, failures included.</summary>
    public int Done { get; private set; }

    /// <summary>How many could not be written.</summary>
    public int Failed { get; private set; }

    /// <summary>Somebody has stopped it: nothing more is to be made, also before the connection knows.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Begins.</summary>
    /// <param name="total">How many receipts are asked for.</param>
    /// <param name="abort">Breaks the download off.</param>
    /// <returns>False when it has begun before: one export gives one file.</returns>
    public bool TryBegin(int total, Action abort)
    {
        lock (_gate)
        {
            if (State != ExportState.Ready) return false;
            (State, Total, _abort) = (ExportState.Running, total, abort);
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Counts a receipt.</summary>
    /// <param name="written">Whether it is in the file.</param>
    public void Count(bool written)
    {
        var before = Hundredths;
        Done++;
        if (!written) Failed++;
        if (Hundredths != before) Changed?.Invoke();
    }

    /// <summary>Ends.</summary>
    /// <param name="complete">Whether the file is whole.</param>
    public void End(bool complete)
    {
        lock (_gate)
        {
            // The connection may serve another request from now on: it must not be aborted any more.
            (State, _abort) = (complete ? ExportState.Complete : ExportState.Stopped, null);
        }

        Changed?.Invoke();
    }

    /// <summary>Stops it, so that no receipt is made for nothing. The browser sees a download that failed, never half a file that looks whole.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            IsStopped = State == ExportState.Running;
            _abort?.Invoke();
        }
    }

    private long Hundredths => Total == 0 ? 0 : Done * 100L / Total;
}

/// <summary>The exports that open pages offer or watch.</summary>
public sealed class ReceiptExports
{
    private readonly ConcurrentDictionary<Guid, ReceiptExport> _known = new();

    /// <summary>An export that a page is going to offer; <see cref="Forget"/> it when the page closes.</summary>
    public ReceiptExport Prepare(ClaimsPrincipal agent)
    {
        var export = new ReceiptExport(agent.Id() ?? Guid.Empty);
        _known[export.Id] = export;
        return export;
    }

    /// <summary>The export with this identifier, if it is this person's; else one that nobody watches.</summary>
    public ReceiptExport Of(Guid? id, ClaimsPrincipal agent) =>
        id is { } known && _known.TryGetValue(known, out var export) && export.Account == agent.Id() ? export : new ReceiptExport(agent.Id() ?? Guid.Empty);

    /// <summary>Lets go of an export. One that runs goes on: its file is still being received.</summary>
    public void Forget(ReceiptExport export) => _known.TryRemove(export.Id, out _);
}
