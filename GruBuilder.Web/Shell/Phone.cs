namespace GruBuilder.Web.Shell;

/// <summary>Telephone links.</summary>
public static class Phone
{
    /// <summary>A <c>tel:</c> address for a French number as people write it.</summary>
    public static string Link(string telephone)
    {
        var digits = new string([.. telephone.Where(char.IsAsciiDigit)]);
        return digits is ['0', ..] && digits.Length == 10 ? $"tel:+33{digits[1..]}" : $"tel:{digits}";
    }
}
