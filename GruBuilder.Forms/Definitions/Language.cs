namespace GruBuilder.Forms.Definitions;

/// <summary>The languages that a form is filled in.</summary>
public enum Language
{
    /// <summary>French, in which every form is written.</summary>
    French,

    /// <summary>English.</summary>
    English,

    /// <summary>French in short words and short sentences (« facile à lire et à comprendre »).</summary>
    EasyFrench,
}
