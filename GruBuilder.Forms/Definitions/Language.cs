namespace GruBuilder.Forms.Definitions;

/// <summary>The languages that a form is filled in.</summary>
public enum Language
{
    /// <summary>French, in which every form is written.</summary>
    French,

    /// <summary>English.</summary>
    English,
}
