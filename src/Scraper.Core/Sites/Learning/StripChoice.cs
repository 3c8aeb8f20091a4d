using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>Chooses, one after the other, the selectors that take the most out of the body that is not text and next to no text.</summary>
internal sealed class StripChoice
{
    private const int MostStrips = 25;

    /// <summary>Least share, by blocks and by characters, of what a strip takes that must not be text.</summary>
    private const double LeastForeign = 0.75;

    /// <summary>The same for a selector that goes by what an element lacks or what stands before it.</summary>
    private const double LeastForeignOfWeak = 0.85;

    private readonly IReadOnlyList<ExamplePage> _pages;
    private readonly HashSet<(int Page, int Block)> _left = [];
    private readonly HashSet<(int Page, int Block)> _text = [];
    private readonly Dictionary<string, List<(int Page, int Block)>> _inside = new(StringComparer.Ordinal);

    public StripChoice(IReadOnlyList<ExamplePage> pages, string body)
    {
        _pages = pages;
        for (var p = 0; p < pages.Count; p++)
        {
            var containers = pages[p].Elements(body).ToHashSet();
            foreach (var block in pages[p].Inside(body))
            {
                (pages[p].IsText[block] ? _text : _left).Add((p, block));
                for (var e = pages[p].Blocks[block].Block.Element; e is not null && !containers.Contains(e); e = e.Parent)
                {
                    foreach (var name in ElementNames.Of(e))
                    {
                        if (!_inside.TryGetValue(name, out var inside))
                        {
                            _inside[name] = inside = [];
                        }

                        if (inside is [] || inside[^1] != (p, block))
                        {
                            inside.Add((p, block));
                        }
                    }
                }
            }
        }
    }

    /// <summary>Blocks in the body that are not text and that no strip takes out, after <see cref="Choose"/>.</summary>
    public IReadOnlySet<(int Page, int Block)> Left => _left;

    /// <summary>Blocks in the body that are text, without those that a strip takes out after all.</summary>
    public IReadOnlySet<(int Page, int Block)> Text => _text;

    public IReadOnlyList<LearntStrip> Choose()
    {
        var strips = new List<LearntStrip>();
        while (strips.Count < MostStrips && (Best(isWeak: false) ?? Best(isWeak: true)) is { } best)
        {
            var taken = _inside[best];
            var foreign = taken.Where(_left.Contains).ToList();
            var label = foreign.GroupBy(b => Of(b).Verdict.Label).OrderByDescending(g => g.Sum(Length)).First().Key;
            var pages = taken.Select(b => b.Page).Distinct().Count();
            var example = foreign.Select(b => Of(b).Block.Text).MaxBy(t => t.Length)!;
            strips.Add(new LearntStrip(best, label is Label.Body or Label.Heading or Label.Title ? Label.Other : label, string.Create(CultureInfo.InvariantCulture, $"on {pages} of {_pages.Count} pages: \"{Cut(example)}\"")));
            taken.ForEach(b =>
            {
                _left.Remove(b);
                _text.Remove(b);
            });
        }

        return strips;
    }

    private string? Best(bool isWeak)
    {
        (string? Name, double Gain) best = (null, 0);
        foreach (var (name, inside) in _inside)
        {
            if (ElementNames.IsWeak(name) != isWeak)
            {
                continue;
            }

            var foreign = inside.Where(_left.Contains).ToList();
            var text = inside.Where(_text.Contains).ToList();
            var least = isWeak ? LeastForeignOfWeak : LeastForeign;
            if (foreign.Count == 0 || foreign.Count < least * (foreign.Count + text.Count))
            {
                continue;
            }

            var (gained, lost) = (foreign.Sum(Length), text.Sum(Length));
            if (gained < LeastForeign * (gained + lost))
            {
                continue;
            }

            // Of two that take the same, the one that can be relied on more; weak ones have no say before all others are used up.
            var gain = gained - (2 * lost) - (0.01 * ElementNames.Rank(name));
            if (gain > best.Gain || (gain == best.Gain && string.CompareOrdinal(name, best.Name) < 0))
            {
                best = (name, gain);
            }
        }

        return best.Name;
    }

    private LabelledBlock Of((int Page, int Block) at) => _pages[at.Page].Blocks[at.Block];

    private double Length((int Page, int Block) at) => Of(at).Block.Kind == BlockKind.Embed ? 0 : _pages[at.Page].Length(at.Block);

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..(char.IsHighSurrogate(line[59]) ? 59 : 60)] + "…";
    }
}
