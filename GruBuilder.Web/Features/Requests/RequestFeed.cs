using System.Collections.Concurrent;

namespace GruBuilder.Web.Features.Requests;

/// <summary>Something that has just happened to a request, told after it is saved.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Number">Its number.</param>
/// <param name="DepartmentId">The department in charge.</param>
/// <param name="AccountId">The citizen.</param>
/// <param name="Kind">What happened.</param>
public sealed record RequestEvent(Guid RequestId, string Number, Guid DepartmentId, Guid AccountId, TimelineKind Kind);

/// <summary>Tells open pages what happens to requests. In one process it is <see cref="RequestFeed"/>; several share it through the database.</summary>
public interface IRequestFeed
{
    /// <summary>Listens to some departments until the result is disposed.</summary>
    /// <param name="departments">Their ids; see <see cref="RequestAccess.Departments"/>.</param>
    /// <param name="listener">Called off the page's thread: use <c>InvokeAsync</c>. It must not throw.</param>
    IDisposable Listen(IReadOnlyCollection<Guid> departments, Func<RequestEvent, Task> listener);

    /// <summary>Tells everyone who listens. Returns at once.</summary>
    void Tell(RequestEvent what);
}

/// <summary>A feed within one process.</summary>
/// <param name="log">Where a listener that fails is told.</param>
public sealed class RequestFeed(ILogger<RequestFeed> log) : IRequestFeed
{
    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();

    /// <inheritdoc/>
    public IDisposable Listen(IReadOnlyCollection<Guid> departments, Func<RequestEvent, Task> listener)
    {
        var subscription = new Subscription(this, [.. departments], listener);
        _subscriptions.TryAdd(subscription, 0);
        return subscription;
    }

    /// <inheritdoc/>
    public void Tell(RequestEvent what)
    {
        foreach (var (subscription, _) in _subscriptions)
        {
            if (subscription.Departments.Contains(what.DepartmentId)) _ = TellAsync(subscription, what);
        }
    }

    private async Task TellAsync(Subscription subscription, RequestEvent what)
    {
        // Off the caller's thread: a page that renders slowly must not delay who sends a request.
        await Task.Yield();
        try
        {
            await subscription.Listener(what);
        }
        catch (ObjectDisposedException)
        {
            subscription.Dispose();
        }
#pragma warning disable CA1031 // One page's failure must not reach the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "A page failed on news of request {Number}.", what.Number);
        }
    }

    private sealed class Subscription(RequestFeed feed, HashSet<Guid> departments, Func<RequestEvent, Task> listener) : IDisposable
    {
        public HashSet<Guid> Departments { get; } = departments;

        public Func<RequestEvent, Task> Listener { get; } = listener;

        public void Dispose() => feed._subscriptions.TryRemove(this, out _);
    }
}
