using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Rendering.Words;

/// <content>Rows, contact, places, signatures, files.</content>
internal sealed partial class FrenchWords
{
    public override string Remove => "Retirer";

    public override string Fold => "Replier";

    public override string ToComplete => "À compléter";

    public override string Removed(string name) => $"{name} retiré.";

    public override string Undo => "Annuler";

    public override string Add(RepeatedGroupField group) => group.RowNoun == group.RowLabel ? $"Ajouter : {group.RowLabel}" : $"Ajouter {group.RowLabel}";

    public override string GroupWithoutTitle => "Série sans titre";

    public override string ComputedWithoutTitle => "Calcul sans titre";

    public override string TitleToWrite => "Titre à écrire";

    public override string ImageToChoose => "Image à choisir";

    public override string Beware => "Attention : ";

    public override string GoodNews => "Bonne nouvelle : ";

    public override string Email => "Adresse e-mail";

    public override string EmailAgain => "La même adresse, une deuxième fois";

    public override string Telephone => "Numéro de téléphone";

    public override string TelephoneAgain => "Le même numéro, une deuxième fois";

    public override string Street => "Numéro et rue";

    public override string Building => "Bâtiment, étage, porte";

    public override string PostalCode => "Code postal";

    public override string Town => "Commune";

    public override string ChooseTown => "Choisissez la commune";

    public override string OtherTown => "Une autre commune";

    public override string TownName => "Nom de la commune";

    public override string TownsFound(int count) => $"{count} communes proposées";

    public override string AddressesFound => "Adresses proposées";

    public override string AddressCount(int count) => count == 1 ? "1 adresse proposée. Flèche vers le bas pour la choisir." : $"{count} adresses proposées. Flèches pour choisir.";

    public override string AddressChosen(string address) => $"Adresse choisie : {address}";

    public override string NoCivility => "Ne pas préciser";

    public override string AddressOrMark => "Adresse ou repère";

    public override string MapHelp => "Ou montrez le lieu sur la carte. Au clavier\u00a0: flèches pour déplacer le repère, + et − pour l'échelle.";

    public override string Map => "Carte";

    public override string ZoomIn => "Agrandir la carte";

    public override string ZoomOut => "Réduire la carte";

    public override string Marked(string point) => $"Repère placé : {point}";

    public override string NotMarked => "Aucun repère sur la carte.";

    public override string UsePosition => "Utiliser ma position";

    public override string RemoveMark => "Retirer le repère";

    public override string PositionRefused => "Votre position n'a pas pu être lue. Indiquez une adresse, ou placez le repère sur la carte.";

    public override string MapOf(string point) => $"Carte du lieu : {point}";

    public override string SignHere => "Signez dans le cadre, ou écrivez votre nom dessous.";

    public override string FrameToSign => "Cadre où dessiner sa signature";

    public override string YourSignature => "Votre signature";

    public override string DrawnSignature => "Signature dessinée";

    public override string ClearSignature => "Effacer la signature";

    public override string OrSignByName => "Ou signez en écrivant vos prénom et nom";

    public override string YourName => "Vos prénom et nom";

    public override string ISign => "Je signe";

    public override string Waiting(string name) => $"{name} : en attente";

    public override string Uploading(string name, int percent) => $"Envoi de {name}… {percent}\u00a0%";

    public override string UploadOf(string name) => $"Envoi de {name}";

    public override string AddFiles(bool several) => several ? "Ajouter des fichiers" : "Ajouter un fichier";

    public override string OrDrop => "ou déposez-les ici";

    public override string TakePhoto => "Prendre une photo";

    public override string MostFiles(int most) => $", {most} fichiers au plus";

    public override string TooManyFiles(int room) => $"Vous pouvez ajouter {room} fichier{(room > 1 ? "s" : "")} au plus : les autres ne sont pas gardés.";

    public override string FilesAdded(int count) => count == 1 ? "1 fichier ajouté" : $"{count} fichiers ajoutés";

    public override string Interrupted(string name) => $"L'envoi de « {name} » s'est interrompu. Vos réponses sont gardées : ajoutez-le à nouveau.";
}
