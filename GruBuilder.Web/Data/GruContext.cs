using GruBuilder.Web.Data.Outbox;
using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;
using GruBuilder.Web.Features.Designing.Blocks;
using GruBuilder.Web.Features.Designing.Discussions;
using GruBuilder.Web.Features.Designing.Exercise;
using GruBuilder.Web.Features.Designing.History;
using GruBuilder.Web.Features.Designing.Publication;
using GruBuilder.Web.Features.Municipality;
using GruBuilder.Web.Features.Requests;
using GruBuilder.Web.Features.Requests.Receipts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GruBuilder.Web.Data;

/// <summary>
/// Everything that is kept. Obtain one from <c>IDbContextFactory&lt;GruContext&gt;</c> for one operation and dispose it; never keep one in a circuit.
/// </summary>
public sealed class GruContext(DbContextOptions<GruContext> options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>Departments.</summary>
    public DbSet<Department> Departments => Set<Department>();

    /// <summary>Who works for which department.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Procedures.</summary>
    public DbSet<Procedure> Procedures => Set<Procedure>();

    /// <summary>Published forms.</summary>
    public DbSet<FormVersion> FormVersions => Set<FormVersion>();

    /// <summary>Steps of forms towards publication.</summary>
    public DbSet<PublicationStep> PublicationSteps => Set<PublicationStep>();

    /// <summary>What is said about forms.</summary>
    public DbSet<DesignThread> Threads => Set<DesignThread>();

    /// <summary>Its messages.</summary>
    public DbSet<ThreadMessage> ThreadMessages => Set<ThreadMessage>();

    /// <summary>Who is told of it.</summary>
    public DbSet<ThreadNotice> ThreadNotices => Set<ThreadNotice>();

    /// <summary>The blocks of the town's library.</summary>
    public DbSet<Block> Blocks => Set<Block>();

    /// <summary>Their versions.</summary>
    public DbSet<BlockVersion> BlockVersions => Set<BlockVersion>();

    /// <summary>The states that working forms were left in.</summary>
    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    /// <summary>What people drew to learn.</summary>
    public DbSet<ExerciseForm> Exercises => Set<ExerciseForm>();

    /// <summary>Requests begun.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Requests sent.</summary>
    public DbSet<Request> Requests => Set<Request>();

    /// <summary>Steps of requests.</summary>
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    /// <summary>Files joined.</summary>
    public DbSet<StoredFile> Files => Set<StoredFile>();

    /// <summary>Receipts issued.</summary>
    public DbSet<IssuedReceipt> Receipts => Set<IssuedReceipt>();

    /// <summary>Receipts whose file is still to come.</summary>
    public DbSet<OwedReceipt> OwedReceipts => Set<OwedReceipt>();

    /// <summary>Mails to send and sent.</summary>
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    /// <summary>Links that work once.</summary>
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(e =>
        {
            e.Property(a => a.GivenName).HasMaxLength(100);
            e.Property(a => a.FamilyName).HasMaxLength(100);
            e.Ignore(a => a.FullName);
            e.HasMany(a => a.Departments).WithMany().UsingEntity<Membership>();
        });
        builder.Entity<OneTimeLink>().HasIndex(l => l.TokenHash).IsUnique();
        builder.Entity<Department>().HasIndex(d => d.Key).IsUnique();
        builder.Entity<Procedure>(e =>
        {
            e.HasIndex(p => p.Slug).IsUnique();
            e.HasIndex(p => p.PlannedAt);
            e.Property(p => p.WorkingVersionStamp).IsConcurrencyToken();
            // Two people do not withdraw or reopen one procedure unseen by each other.
            e.Property(p => p.Status).IsConcurrencyToken();
            e.Ignore(p => p.Period).Ignore(p => p.IsOpen).Ignore(p => p.IsApproved);
            e.HasOne(p => p.Department).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasOne(p => p.Successor).WithMany().HasForeignKey(p => p.SuccessorId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(p => p.Versions).WithOne(v => v.Procedure).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<FormVersion>().HasIndex(v => new { v.ProcedureId, v.Number }).IsUnique();
        builder.Entity<PublicationStep>(e =>
        {
            e.HasIndex(s => new { s.ProcedureId, s.At });
            e.HasOne<Procedure>().WithMany().HasForeignKey(s => s.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DesignThread>(e =>
        {
            e.HasIndex(t => new { t.ProcedureId, t.OpenedAt });
            e.Ignore(t => t.Part).Ignore(t => t.IsOpen);
            e.OwnsOne(t => t.Proposal);
            e.HasOne<Procedure>().WithMany().HasForeignKey(t => t.ProcedureId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(t => t.Messages).WithOne().HasForeignKey(m => m.ThreadId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ThreadMessage>().HasIndex(m => new { m.ThreadId, m.At });
        builder.Entity<ThreadNotice>(e =>
        {
            e.HasIndex(n => new { n.AccountId, n.ReadAt, n.At });
            e.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne(n => n.Thread).WithMany().HasForeignKey(n => n.ThreadId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne(n => n.Message).WithMany().HasForeignKey(n => n.MessageId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Block>(e =>
        {
            e.HasIndex(b => b.Key).IsUnique();
            e.HasIndex(b => b.Name).IsUnique();
            e.Property(b => b.Number).IsConcurrencyToken();
            e.HasMany(b => b.Versions).WithOne().HasForeignKey(v => v.BlockId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<BlockVersion>().HasIndex(v => new { v.BlockId, v.Number }).IsUnique();
        builder.Entity<KeptForm>(e =>
        {
            e.HasIndex(k => new { k.ProcedureId, k.At });
            e.HasOne<Procedure>().WithMany().HasForeignKey(k => k.ProcedureId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ExerciseForm>(e =>
        {
            e.HasKey(x => x.AccountId);
            e.HasIndex(x => x.At);
            e.Property(x => x.AccountId).ValueGeneratedNever();
            e.HasOne<Account>().WithOne().HasForeignKey<ExerciseForm>(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Draft>(e =>
        {
            e.HasIndex(d => new { d.AccountId, d.UpdatedAt });
            e.HasOne(d => d.FormVersion).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasMany(d => d.Files).WithOne().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Request>(e =>
        {
            e.HasIndex(r => r.Number).IsUnique();
            e.HasIndex(r => r.DraftId).IsUnique();
            e.HasIndex(r => new { r.AccountId, r.SubmittedAt });
            e.HasIndex(r => new { r.DepartmentId, r.State, r.SubmittedAt });
            e.Property(r => r.Stamp).IsConcurrencyToken();
            e.HasOne(r => r.Account).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasOne(r => r.Procedure).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasOne(r => r.FormVersion).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasOne(r => r.Department).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasMany(r => r.Timeline).WithOne().HasForeignKey(t => t.RequestId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<IssuedReceipt>(e =>
        {
            e.HasIndex(r => new { r.RequestId, r.Kind, r.Ordinal }).IsUnique();
            e.HasIndex(r => r.Code).IsUnique();
            e.Property(r => r.Code).HasMaxLength(20);
            e.HasOne<Request>().WithMany(r => r.Receipts).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(r => r.Owed).WithOne().HasForeignKey<OwedReceipt>(o => o.ReceiptId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(r => r.Fingerprints).WithOne().HasForeignKey(f => f.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<OwedReceipt>().HasKey(o => o.ReceiptId);
        builder.Entity<ReceiptFingerprint>(e =>
        {
            e.HasIndex(f => new { f.ReceiptId, f.Sha256 }).IsUnique();
            e.Property(f => f.Sha256).HasMaxLength(64);
        });
        builder.Entity<TimelineEntry>(e =>
        {
            e.HasIndex(t => new { t.RequestId, t.At });
            e.Ignore(t => t.IsForCitizen);
        });
        builder.Entity<OutboxMail>().HasIndex(m => new { m.SentAt, m.NextAttemptAt });

        // Ids are made by the entities; otherwise a new entry added to a loaded list would be taken for a saved one.
        foreach (var key in builder.Model.GetEntityTypes().Select(t => t.FindPrimaryKey()).Where(k => k is { Properties: [{ Name: "Id" }] }))
        {
            if (key!.Properties[0].ClrType == typeof(Guid)) key.Properties[0].ValueGenerated = ValueGenerated.Never;
        }
    }
}
