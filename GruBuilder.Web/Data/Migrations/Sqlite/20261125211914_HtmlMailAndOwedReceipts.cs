using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GruBuilder.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HtmlMailAndOwedReceipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReceiptId",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OwedReceipts",
                columns: table => new
                {
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwedReceipts", x => x.ReceiptId);
                    table.ForeignKey(
                        name: "FK_OwedReceipts_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Receipts that failed before this are owed too.
            migrationBuilder.Sql("""
                INSERT INTO OwedReceipts (ReceiptId, NextAttemptAt, Failures)
                SELECT Id, 0, 1 FROM Receipts WHERE NOT EXISTS (SELECT 1 FROM ReceiptFingerprint WHERE ReceiptId = Receipts.Id)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OwedReceipts");

            migrationBuilder.DropColumn(
                name: "ReceiptId",
                table: "Outbox");
        }
    }
}
