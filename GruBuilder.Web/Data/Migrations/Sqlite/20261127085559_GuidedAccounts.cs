using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GruBuilder.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GuidedAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "GuidedAt",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "GuidedAt",
                table: "AspNetUsers");
        }
    }
}
