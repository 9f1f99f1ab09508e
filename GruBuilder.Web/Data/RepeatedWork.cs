namespace GruBuilder.Web.Data;

/// <summary>Work that is done again and again for as long as the application runs.</summary>
/// <param name="every">How long to wait between two turns.</param>
/// <param name="time">The source of time.</param>
/// <param name="log">Where failures are told.</param>
public abstract class RepeatedWork(TimeSpan every, TimeProvider time, ILogger log) : BackgroundService
{
    private const double LongestPause = 360;

    /// <summary>How long to leave something alone that has failed: 1, 2, 4… minutes, at most 6 hours.</summary>
    /// <param name="failures">How often it has failed so far, at least 1.</param>
    public static TimeSpan PauseAfter(int failures) => TimeSpan.FromMinutes(Math.Min(LongestPause, Math.Pow(2, failures - 1)));

    /// <summary>One turn.</summary>
    protected abstract Task RunOnceAsync(CancellationToken cancel);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A database that is busy for a moment must not end the work.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(e, "{Work} failed; trying again.", GetType().Name);
            }
        }
    }
}
