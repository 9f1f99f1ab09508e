using System.Text.Json.Nodes;
using GruBuilder.Tests.Forms;

namespace GruBuilder.Tests.Web;

/// <summary>The application with one more procedure, whose form stands under <c>Cases/forms</c>.</summary>
public class OneFormApp : GruApp
{
    public OneFormApp(string slug, string form, string title)
    {
        var procedures = Path.Combine(DataDirectory, "procedures.json");
        var all = JsonNode.Parse(File.ReadAllText(procedures))!.AsArray();
        var made = all[0]!.DeepClone();
        (made["slug"], made["form"], made["title"]) = (slug, form, title);
        all.Add(made);
        File.WriteAllText(procedures, all.ToJsonString());
        File.Copy(Path.Combine(CaseFiles.Folder, "forms", form), Path.Combine(DataDirectory, "forms", form));
    }
}
