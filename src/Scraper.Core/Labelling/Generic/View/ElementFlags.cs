namespace Scraper.Core.Labelling;

/// <summary>What the markup around a block says by its tags.</summary>
[Flags]
internal enum ElementFlags
{
    None = 0,
    Nav = 1 << 0,
    Header = 1 << 1,
    Footer = 1 << 2,
    Aside = 1 << 3,
    Article = 1 << 4,
    Main = 1 << 5,
    Section = 1 << 6,
    Form = 1 << 7,
    Figure = 1 << 8,
    List = 1 << 9,
    Table = 1 << 10,
    Quote = 1 << 11,
    Details = 1 << 12,
    Dialog = 1 << 13,
    Button = 1 << 14,
    Label = 1 << 15,
    Address = 1 << 16,
    Hidden = 1 << 17,
    AriaHidden = 1 << 18,
    Time = 1 << 19,
    SwitchedOff = 1 << 20,
}
