using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <content>Parts that every format has.</content>
internal sealed partial class ImportBuilder
{
    private static readonly Dictionary<string, FileFamily> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/*"] = FileFamily.Image, ["image/jpeg"] = FileFamily.Image, ["image/png"] = FileFamily.Image, ["image/webp"] = FileFamily.Image,
        [".jpg"] = FileFamily.Image, [".jpeg"] = FileFamily.Image, [".png"] = FileFamily.Image, [".webp"] = FileFamily.Image, [".heic"] = FileFamily.Image,
        [".pdf"] = FileFamily.Pdf, ["application/pdf"] = FileFamily.Pdf,
        [".odt"] = FileFamily.Document, [".ods"] = FileFamily.Document, [".docx"] = FileFamily.Document, [".xlsx"] = FileFamily.Document,
    };

    /// <summary>The families that hold these extensions and content types.</summary>
    public ImmutableArray<FileFamily> Families(IEnumerable<string> kinds, string path)
    {
        var families = ImmutableArray.CreateBuilder<FileFamily>();
        foreach (var kind in kinds.Where(k => k is not ("*" or "*/*")).Take(100))
        {
            if (!Extensions.TryGetValue(kind, out var family)) Lost("file-type-not-carried", $"Le type de fichier « {JsonReading.Short(kind)} » n'existe pas ici : il ne sera pas accepté, sauf si tous les types le sont.", path);
            else if (!families.Contains(family)) families.Add(family);
        }

        return families.ToImmutable();
    }

    /// <summary>HTML or Markdown as our Markdown; pictures are reported.</summary>
    public string Markdown(string html, string path)
    {
        var text = HtmlText.Markdown(html, out var losesPictures);
        if (losesPictures) Lost("image-not-carried", "Ce texte contient une image, une vidéo ou un élément interactif, qui n'est pas repris. Décrivez-le par un texte.", path);
        return Cut(text, path);
    }

    /// <summary>A group without questions becomes a text.</summary>
    public void Empty(DraftField group)
    {
        Lost("group-empty", $"La série « {JsonReading.Short(group.Field.Label)} » ne contient aucune question : un texte en tient la place.", group.Path);
        group.Field = FieldParts.Placeholder(group.Field.Key, group.Field.Label, "série");
    }
}
