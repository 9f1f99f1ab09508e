using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>The town's blocks in this form.</summary>
public sealed partial class DesignSession
{
    private string? Hindrance => !CanDraw ? ReadingSentence : Locked is { } link
        ? $"Rien n’a changé : cette question suit le bloc {EditWords.Quote(NameOf(link.Key))}. Changez le bloc, ou détachez la question du bloc. Sa règle d’affichage et l’obligation de répondre se changent ici."
        : null;

    /// <summary>What people call a block; its key when it is in no library.</summary>
    public string NameOf(string block) => Library?.Blocks.FirstOrDefault(b => b.Key == block)?.Name ?? block;

    /// <summary>The version of a block that a question is at; null when nothing here knows it.</summary>
    public FormBlock? VersionOf(BlockLink link)
    {
        // A version that came while the form was open, or that undo went back to, stands in what was done.
        var taken = Document.Steps.SelectMany(s => s.Edits).OfType<UpdateBlock>().SelectMany(u => u.Earlier.Add(u.Block));
        return (Library?.Blocks ?? []).Concat(taken).FirstOrDefault(b => b.Key == link.Key && b.Version == link.Version);
    }

    /// <summary>Gives the questions of a use of a block the block's rules back.</summary>
    /// <param name="block">The version that they are at.</param>
    /// <param name="use">Which use.</param>
    /// <param name="keys">The questions.</param>
    public void TakeBlockRules(FormBlock block, string use, ImmutableArray<string> keys)
    {
        if (Apply(_ => new TakeBlockRules(block, use, keys), GoneSentence)) Say(keys.Length == 1 ? "La question suit la règle du bloc" : "Les questions suivent les règles du bloc");
    }

    /// <summary>Gives the rule of one question to all of its block here.</summary>
    public void ShareRule(FormBlock block, string key)
    {
        if (Apply(_ => new ShareRule(block, key), GoneSentence)) Say("Règle donnée à toutes les questions du bloc");
    }

    /// <summary>Puts a block after what is selected.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isLinked">It goes on following the library.</param>
    public void Insert(FormBlock block, bool isLinked)
    {
        if (block.Form.Pages is not [{ Fields: [var first, ..] }, ..]) return;
        if (!MayDraw()) return;
        if (Form.Pages.IsEmpty) AddPage();
        Place? put = null;
        if (!Apply(now => new InsertBlock(block, put = AfterSelection(now, first), isLinked), "Ce bloc ne peut pas aller ici.")) return;
        TakeInHandFrom(put!, block.Form.Pages[0].Fields.Length);
        Say($"Bloc {block.Name} ajouté");
    }

    /// <summary>Makes the questions of one use of a block the form's own.</summary>
    public void Detach(BlockLink link)
    {
        if (Apply(_ => new DetachBlock(link.Use, NameOf(link.Key)), GoneSentence)) Say("Les questions du bloc sont à ce formulaire");
    }

    /// <summary>Keeps what is in hand as a new block.</summary>
    /// <returns>Why it could not be done; null when it was.</returns>
    public async Task<string?> KeepAsBlockAsync(string name)
    {
        if (!CanDraw) return ReadingSentence;
        if (string.IsNullOrWhiteSpace(name)) return "Donnez un nom au bloc, par exemple : Adresse du foyer.";
        if (Clip.OfFields(Form, InHand) is not { } clip) return "Choisissez d’abord les questions du bloc.";
        var problem = await Library!.KeepAsync(name.Trim(), clip);
        if (problem is null) Say($"Bloc {name.Trim()} enregistré");
        return problem;
    }
}
