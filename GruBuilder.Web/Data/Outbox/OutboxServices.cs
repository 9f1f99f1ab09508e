namespace GruBuilder.Web.Data.Outbox;

/// <summary>Registers the outbox.</summary>
public static class OutboxServices
{
    /// <summary>Adds the sender and its worker.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail")
            .Validate(o => o.Smtp.Port is > 0 and < 65536, "Mail:Smtp:Port is a number from 1 to 65535.")
            .ValidateOnStart();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<OutboxSender>();
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
