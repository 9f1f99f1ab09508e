using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GruBuilder.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClosingAndPlanning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PlannedAt",
                table: "Procedures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlannedBy",
                table: "Procedures",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PlannedById",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RetiredAt",
                table: "Procedures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RetirementReason",
                table: "Procedures",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TestCases",
                table: "Procedures",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_PlannedAt",
                table: "Procedures",
                column: "PlannedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_SuccessorId",
                table: "Procedures",
                column: "SuccessorId");

            migrationBuilder.AddForeignKey(
                name: "FK_Procedures_Procedures_SuccessorId",
                table: "Procedures",
                column: "SuccessorId",
                principalTable: "Procedures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Procedures_Procedures_SuccessorId",
                table: "Procedures");

            migrationBuilder.DropIndex(
                name: "IX_Procedures_PlannedAt",
                table: "Procedures");

            migrationBuilder.DropIndex(
                name: "IX_Procedures_SuccessorId",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "PlannedAt",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "PlannedBy",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "PlannedById",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "RetirementReason",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "TestCases",
                table: "Procedures");
        }
    }
}
