namespace Scraper.Core.Blocks.Parsing;

/// <summary>What the tokenizer gives to tree construction; comments are left out.</summary>
internal enum TokenKind : byte
{
    EndOfFile,
    Text,
    StartTag,
    EndTag,
    Doctype,
}
