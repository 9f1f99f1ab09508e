using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>
/// Looks through a form once nothing has changed for a moment, beside the circuit's own thread: nobody waits for findings while typing.
/// </summary>
/// <param name="session">The hand that draws.</param>
/// <param name="found">Called on the caller's thread once there is something new to show.</param>
internal sealed class FindingsLookout(Func<DesignSession> session, Action found) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly CancellationTokenSource _gone = new();
    private ImmutableArray<Finding> _last;
    private bool _looks;

    /// <summary>The last findings that are known; worked out at once only when there are none yet.</summary>
    public ImmutableArray<Finding> Last => _last = session().State.KnownFindings ?? (_last.IsDefault ? session().State.Findings : _last);

    /// <summary>Something may have changed. To be called, like all else here, on the circuit's own thread.</summary>
    public void Look()
    {
        if (session().State.KnownFindings is null && !_looks) _ = LookAsync();
    }

    private async Task LookAsync()
    {
        _looks = true;
        try
        {
            DesignState state;
            do
            {
                state = session().State;
                await Task.Delay(Pause, _gone.Token);
            }
            while (!ReferenceEquals(state, session().State));
            await Task.Run(() => state.Findings, _gone.Token);
            found();
        }
        catch (OperationCanceledException)
        {
            // The person left.
        }
        finally
        {
            _looks = false;
        }

        if (!_gone.IsCancellationRequested) Look();
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
