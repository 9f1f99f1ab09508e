using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GruBuilder.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DepartmentFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ForDepartment",
                table: "Files",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ForDepartment",
                table: "Files");
        }
    }
}
