using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Rendering.Words;

/// <content>Rows, contact, places, signatures, files.</content>
internal sealed partial class EnglishWords
{
    public override string Remove => "Remove";

    public override string Fold => "Close";

    public override string ToComplete => "To be completed";

    public override string Removed(string name) => $"{name} removed.";

    public override string Undo => "Undo";

    public override string Add(RepeatedGroupField group) => group.RowNoun == group.RowLabel ? $"Add: {group.RowLabel}" : $"Add {group.RowLabel}";

    public override string GroupWithoutTitle => "Group without a title";

    public override string ComputedWithoutTitle => "Calculation without a title";

    public override string TitleToWrite => "Title to be written";

    public override string ImageToChoose => "Picture to be chosen";

    public override string Beware => "Warning: ";

    public override string GoodNews => "Good news: ";

    public override string Email => "Email address";

    public override string EmailAgain => "The same address again";

    public override string Telephone => "Telephone number";

    public override string TelephoneAgain => "The same number again";

    public override string Street => "Number and street";

    public override string Building => "Building, floor, door";

    public override string PostalCode => "Postcode";

    public override string Town => "Town";

    public override string ChooseTown => "Choose the town";

    public override string OtherTown => "Another town";

    public override string TownName => "Name of the town";

    public override string TownsFound(int count) => $"{count} towns suggested";

    public override string AddressesFound => "Suggested addresses";

    public override string AddressCount(int count) => count == 1 ? "1 address suggested. Press the down arrow to choose it." : $"{count} addresses suggested. Use the arrows to choose.";

    public override string AddressChosen(string address) => $"Address chosen: {address}";

    public override string NoCivility => "Prefer not to say";

    public override string AddressOrMark => "Address or landmark";

    public override string MapHelp => "Or show the place on the map. With the keyboard: arrows to move the marker, + and − to zoom.";

    public override string Map => "Map";

    public override string ZoomIn => "Zoom in";

    public override string ZoomOut => "Zoom out";

    public override string Marked(string point) => $"Marker placed: {point}";

    public override string NotMarked => "No marker on the map.";

    public override string UsePosition => "Use my location";

    public override string RemoveMark => "Remove the marker";

    public override string PositionRefused => "Your location could not be read. Enter an address, or put the marker on the map.";

    public override string MapOf(string point) => $"Map of the place: {point}";

    public override string SignHere => "Sign in the frame, or write your name below.";

    public override string FrameToSign => "Frame to draw your signature in";

    public override string YourSignature => "Your signature";

    public override string DrawnSignature => "Drawn signature";

    public override string ClearSignature => "Clear the signature";

    public override string OrSignByName => "Or sign by writing your first and last name";

    public override string YourName => "Your first and last name";

    public override string ISign => "I sign";

    public override string Waiting(string name) => $"{name}: waiting";

    public override string Uploading(string name, int percent) => $"Uploading {name}… {percent}%";

    public override string UploadOf(string name) => $"Upload of {name}";

    public override string AddFiles(bool several) => several ? "Add files" : "Add a file";

    public override string OrDrop => "or drop them here";

    public override string TakePhoto => "Take a photo";

    public override string MostFiles(int most) => $", {most} files at most";

    public override string TooManyFiles(int room) => $"You can add {room} {(room > 1 ? "files" : "file")} at most: the others are not kept.";

    public override string FilesAdded(int count) => count == 1 ? "1 file added" : $"{count} files added";

    public override string Interrupted(string name) => $"The upload of “{name}” was interrupted. Your answers are kept: add it again.";
}
