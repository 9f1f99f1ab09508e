using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Web.Features.Designing.Discussions;

namespace GruBuilder.Web.Features.Designing;

/// <summary>A person's place in a room.</summary>
/// <param name="Room">The room.</param>
/// <param name="Session">Their hand on the form.</param>
/// <param name="Problems">Why the saved form could not be read; empty when it was.</param>
public sealed record DesignSeat(DesignRoom Room, DesignSession Session, IReadOnlyList<Finding> Problems);

/// <summary>The forms that are being drawn now: whoever opens the same one comes into the same room.</summary>
/// <param name="desk">Opens and saves; checks who may.</param>
/// <param name="discussions">What is said about forms.</param>
/// <param name="lists">The reference lists.</param>
/// <param name="time">The source of time.</param>
/// <param name="log">For saves that fail.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore that is only waited for holds nothing, and people still leave through this door while the application goes.")]
public sealed class DesignRooms(DesignDesk desk, DiscussionDesk discussions, IReferenceLists lists, TimeProvider time, ILogger<DesignRooms> log) : IHostedService
{
    private readonly Dictionary<Guid, DesignRoom> _rooms = [];
    private readonly SemaphoreSlim _door = new(1, 1);

    /// <summary>Opens a procedure's form to draw it with whoever is there, or to read it over beside them.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="person">Who comes; what they may do is asked of the database here.</param>
    /// <param name="post">Runs something on the session's own thread, in order.</param>
    /// <returns>Null when it does not exist, or not for this person.</returns>
    public async Task<DesignSeat?> EnterAsync(Guid id, ClaimsPrincipal person, Action<Action> post)
    {
        await _door.WaitAsync();
        try
        {
            if (await desk.ReadAsync(id, person) is not { } open) return null;
            if (!_rooms.TryGetValue(id, out var room) || room.IsGone)
            {
                _rooms[id] = room = new DesignRoom(open, await discussions.ListAsync(id, person) ?? [], desk, discussions, lists, time, log);
            }

            return new DesignSeat(room, room.Enter(person, post, open.CanDraw), open.Problems);
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Goes; the last one to go closes the room, everything saved.</summary>
    public async Task LeaveAsync(DesignSeat seat)
    {
        await _door.WaitAsync();
        try
        {
            seat.Room.Leave(seat.Session);
            if (seat.Room.Count > 0) return;
            await seat.Room.DisposeAsync();
            if (_rooms.TryGetValue(seat.Room.Id, out var room) && ReferenceEquals(room, seat.Room)) _rooms.Remove(seat.Room.Id);
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>The form as it is being drawn, for who only looks; null when nobody draws it.</summary>
    public FormDefinition? Peek(Guid id) => In(id, room => room.Document.State.Form);

    /// <summary>What the person answered in the preview of a form that they draw, as JSON; null when they did not.</summary>
    public string? TrialOf(Guid id, ClaimsPrincipal person) => In(id, room => room.TrialOf(person));

    /// <summary>Takes a form one step that nobody in its room asked for: through the room when there is one, so that who draws it goes on from there.</summary>
    /// <param name="id">The procedure.</param>
    /// <param name="step">The step; done on what is saved.</param>
    public async Task<SaveResult> MoveAsync(Guid id, Func<Task<SaveResult>> step)
    {
        await _door.WaitAsync();
        try
        {
            // A room that cannot save now does not hold up what was saved and approved.
            return (_rooms.TryGetValue(id, out var room) ? await room.MoveAsync(_ => step()) : null) ?? await step();
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Tells who draws a form where its procedure stands since something outside the room changed it.</summary>
    public void Tell(Guid id, Publication.Standing standing) => In(id, room =>
    {
        room.Tell(standing);
        return room;
    });

    private T? In<T>(Guid id, Func<DesignRoom, T?> look)
        where T : class
    {
        _door.Wait();
        try
        {
            return _rooms.TryGetValue(id, out var room) ? look(room) : null;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Saves what every room still holds when the application stops: while the database is still there, and once nobody can change anything any more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            foreach (var room in _rooms.Values) await room.FlushAsync();
        }
        finally
        {
            _door.Release();
        }
    }
}
