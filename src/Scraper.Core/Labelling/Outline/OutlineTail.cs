namespace Scraper.Core.Labelling;

/// <summary>Takes from the end of the body what says who wrote it, where it appeared and what was corrected.</summary>
internal sealed class OutlineTail(MarkerSet markers)
{
    /// <summary>Most lines taken, and words of the longest.</summary>
    private const int MostLines = 8;
    private const int LongestLine = 120;

    /// <summary>Words at the start of a line within which an author's full name makes it a biography.</summary>
    private const int NameWithin = 6;

    /// <summary>Labels the closing lines and says where the body really ends.</summary>
    public ProseRun Label(LabelSheet sheet, IReadOnlyList<OutlineLine> lines, ProseRun body, IReadOnlyList<string> authors)
    {
        var search = markers.On(sheet.Words);
        var names = authors.Select(Labelling.Words.Of).Where(n => n.Count > 1).ToList();
        var last = body.Last;
        for (var taken = 0; taken < MostLines && last > body.First; last--)
        {
            var line = lines[last];
            if (line is { IsOpen: true, IsItem: false } && (line.IsProse || line.Words > 4))
            {
                if (line.Words > LongestLine || Find(line, names, search, sheet.Words) is not { } reason)
                {
                    break;
                }

                taken++;
                sheet.TryLabel(last, new Verdict(Labelling.Label.Other, reason));
                body = body with { Last = last - 1 };
            }
            else if (line.IsOpen)
            {
                break;
            }
        }

        // What was only an inset now stands after the end.
        while (body.Last > body.First && !(lines[body.Last].IsOpen && (lines[body.Last].IsProse || lines[body.Last].IsItem)))
        {
            body = body with { Last = body.Last - 1 };
        }

        return body;
    }

    private static Reason? Find(OutlineLine line, List<IReadOnlyList<string>> names, PhraseSearch<Marker> search, WordBook book) =>
        names.Exists(n => StartsWith(line.WordList, n)) ? new Reason(ReasonKind.Pattern, "about the author", 0.8)
        : search.Match((int)MarkerKind.Closing, book.Read(line.Block.Text, colons: true))?.Reason(0.8);

    private static bool StartsWith(IReadOnlyList<string> words, IReadOnlyList<string> name)
    {
        for (var skip = 0; skip < NameWithin && skip + name.Count < words.Count; skip++)
        {
            if (words.Skip(skip).Take(name.Count).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
