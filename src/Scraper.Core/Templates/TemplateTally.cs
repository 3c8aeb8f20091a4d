using System.Runtime.InteropServices;

namespace Scraper.Core.Templates;

/// <summary>Counts a memory's pages: how many have each text at its path, each frame, and what stands at each path. For one use.</summary>
internal sealed class TemplateTally
{
    /// <summary>Shortest text, in UTF-16 code units, that is not said twice by chance.</summary>
    private const int Telling = 25;

    private readonly TemplateMemory _memory;
    private readonly Dictionary<ulong, (BlockTrace First, int Pages, int AsText)> _texts = [];
    private readonly Dictionary<ulong, int> _frames = [];
    private readonly Dictionary<ulong, PathTally> _paths = [];

    /// <summary>The one page that has a text, or -1 for several.</summary>
    private readonly Dictionary<ulong, int> _owners = [];
    private readonly Dictionary<ulong, int> _wordings = [];

    public TemplateTally(TemplateMemory memory)
    {
        _memory = memory;
        for (var page = 0; page < memory.Pages.Count; page++)
        {
            Count(memory.Pages[page], page);
        }

        // Only now is it known what other pages have.
        foreach (var page in memory.Pages)
        {
            Compare(page);
        }
    }

    public IReadOnlyDictionary<ulong, TemplateText> Texts => _texts.Where(t => t.Value.Pages >= SiteTemplate.LeastPages).ToDictionary(
        t => t.Key,
        t => new TemplateText(t.Value.First.Path, t.Value.Pages, t.Value.AsText, t.Value.First.Length, _memory.Excerpts.GetValueOrDefault(t.Key, string.Empty)));

    public IReadOnlyDictionary<ulong, int> Frames => _frames.Where(f => f.Value >= SiteTemplate.LeastPages).ToDictionary();

    public IReadOnlyDictionary<ulong, TemplatePath> Paths
    {
        get
        {
            var all = Math.Max(1, _paths.Values.Sum(p => p.TextLength));
            return _paths.Where(p => p.Value.Pages >= SiteTemplate.LeastPages).ToDictionary(p => p.Key, p => p.Value.Told(_memory.Paths.GetValueOrDefault(p.Key, string.Empty), all));
        }
    }

    private void Count(PageTrace page, int number)
    {
        foreach (var block in page.Blocks)
        {
            ref var text = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, block.Key, out var isKnown);
            text = (isKnown ? text.First : block, text.Pages + 1, text.AsText + (block.IsText ? 1 : 0));
            Own(_owners, block.Text, number);
            At(block.Path).Add(block, number);
        }

        foreach (var frame in page.Lines.Where(l => l.Frame != 0).Select(l => l.FrameKey).Distinct())
        {
            _frames[frame] = _frames.GetValueOrDefault(frame) + 1;
        }

        foreach (var wording in page.Lines.Where(l => l.IsEdge).SelectMany(Wordings))
        {
            Own(_wordings, wording, number);
        }
    }

    private void Compare(PageTrace page)
    {
        foreach (var block in page.Blocks.Where(b => b.Length >= Telling))
        {
            var at = At(block.Path);
            at.Telling++;
            at.Elsewhere += _owners[block.Text] < 0 ? 1 : 0;
        }

        foreach (var line in page.Lines.Where(l => l.IsEdge))
        {
            var at = At(line.Path);
            at.AtEdge++;
            at.Alike += Wordings(line).Any(w => _wordings[w] < 0) ? 1 : 0;
        }
    }

    private static IEnumerable<ulong> Wordings(LineTrace line)
    {
        if (line.Opening != 0)
        {
            yield return BlockTrace.Join(line.Path, line.Opening);
        }

        if (line.Closing != 0)
        {
            // What opens a line does not close one.
            yield return ~BlockTrace.Join(line.Path, line.Closing);
        }
    }

    private static void Own(Dictionary<ulong, int> owners, ulong what, int page)
    {
        ref var owner = ref CollectionsMarshal.GetValueRefOrAddDefault(owners, what, out var isKnown);
        owner = isKnown && owner != page ? -1 : page;
    }

    private PathTally At(ulong path)
    {
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(_paths, path, out _);
        return at ??= new PathTally();
    }

    private sealed class PathTally
    {
        private readonly HashSet<ulong> _texts = [];
        private int _lastPage = -1;
        private int _blocks;
        private int _asText;
        private long _length;

        public int Pages { get; private set; }

        public long TextLength { get; private set; }

        public int Telling { get; set; }

        public int Elsewhere { get; set; }

        public int AtEdge { get; set; }

        public int Alike { get; set; }

        public void Add(BlockTrace block, int page)
        {
            Pages += page == _lastPage ? 0 : 1;
            (_lastPage, _blocks, _length) = (page, _blocks + 1, _length + block.Length);
            _asText += block.IsText ? 1 : 0;
            TextLength += block.IsText ? block.Length : 0;
            _texts.Add(block.Text);
        }

        public TemplatePath Told(string name, long all) => new(name, Pages, _blocks, _texts.Count, _asText, (int)(_length / _blocks))
        {
            OfText = (int)(TextLength * 1000 / all),
            Telling = Telling,
            Elsewhere = Elsewhere,
            AtEdge = AtEdge,
            Alike = Alike,
        };
    }
}
