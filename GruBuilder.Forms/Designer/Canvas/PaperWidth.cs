namespace GruBuilder.Forms.Designer.Canvas;

/// <summary>The screen that a form is looked at on.</summary>
public enum PaperWidth
{
    /// <summary>A computer.</summary>
    Desktop,

    /// <summary>A tablet, 768 pixels.</summary>
    Tablet,

    /// <summary>A telephone, 390 pixels.</summary>
    Phone,
}
