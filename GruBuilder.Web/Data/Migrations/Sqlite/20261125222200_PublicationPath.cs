using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GruBuilder.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicationPath : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Procedures",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Draft");

            migrationBuilder.AddColumn<string>(
                name: "StageSha256",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            // A procedure being read over is one whose form is; citizens keep the version published before.
            migrationBuilder.Sql("""
                UPDATE Procedures SET Stage = 'InReview', Status = CASE WHEN PublishedNumber IS NULL THEN 'Draft' ELSE 'Published' END WHERE Status = 'InReview'
                """);

            migrationBuilder.CreateTable(
                name: "PublicationSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicationSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PublicationSteps_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PublicationSteps_ProcedureId_At",
                table: "PublicationSteps",
                columns: new[] { "ProcedureId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PublicationSteps");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "StageSha256",
                table: "Procedures");
        }
    }
}
