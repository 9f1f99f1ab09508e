namespace GruBuilder.Web.Features.Designing;

/// <summary>Saves soon after each change, one save at a time; a change during a save leads to one more.</summary>
/// <param name="delay">How long to wait for further changes.</param>
/// <param name="time">The source of time.</param>
/// <param name="save">Saves what there is then.</param>
internal sealed class Autosave(TimeSpan delay, TimeProvider time, Func<Task> save) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _gone = new();
    private int _waiting;
    private bool _pending;

    /// <summary>Something changed. To be called, like the save, on the page's own thread.</summary>
    public void Touch()
    {
        _pending = true;
        if (Interlocked.Exchange(ref _waiting, 1) == 0) _ = SaveSoonAsync();
    }

    /// <summary>Saves at once what is not saved.</summary>
    public async Task FlushAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (!_pending) return;
            _pending = false;
            await save();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task SaveSoonAsync()
    {
        try
        {
            await Task.Delay(delay, time, _gone.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Interlocked.Exchange(ref _waiting, 0);
        await FlushAsync();
    }

    /// <summary>Saves what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await FlushAsync();
        _gone.Dispose();
        _one.Dispose();
    }
}
