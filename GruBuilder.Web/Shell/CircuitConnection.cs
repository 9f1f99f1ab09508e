using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GruBuilder.Web.Shell;

/// <summary>Whether the browser of this circuit is connected: a lost connection may come back for some minutes.</summary>
public sealed class CircuitConnection : CircuitHandler
{
    /// <summary>Raised with true when the connection is lost, with false when it is there.</summary>
    public event Action<bool>? LostChanged;

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        LostChanged?.Invoke(true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        LostChanged?.Invoke(false);
        return Task.CompletedTask;
    }
}
