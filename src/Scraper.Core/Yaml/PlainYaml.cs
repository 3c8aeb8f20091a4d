using System.Diagnostics.CodeAnalysis;

namespace Scraper.Core.Yaml;

/// <summary>
/// Reads the plain form of YAML that nearly every rule and data file has: mappings and lists by indentation, flow lists
/// and mappings, texts of one line without escapes. It gives up on everything else, right or wrong, which is
/// YamlDotNet's to read; that one takes as long to start as a small program does.
/// </summary>
internal ref struct PlainYaml
{
    private PlainYamlCursor _at;
    private int _depth;

    private PlainYaml(string text) => _at = new PlainYamlCursor(text);

    /// <summary>Reads a file, unless it is more than plain.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="root">What YamlDotNet would make of it.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out YamlNode? root)
    {
        root = null;
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (!PlainYamlCursor.IsPlain(text))
        {
            return false;
        }

        var reader = new PlainYaml(text);
        root = reader._at.NextLine() ? reader.Block() : null;
        return root is not null && reader._at.IsAtEnd;
    }

    /// <summary>A mapping or list that begins here and goes on as far as its indentation.</summary>
    private YamlNode? Block()
    {
        if (++_depth > YamlFile.DeepestNesting)
        {
            return null;
        }

        YamlNode? node = _at.IsDash ? List() : Mapping();
        _depth--;
        return node;
    }

    private YamlList? List()
    {
        var (list, column) = (new YamlList([], _at.Line, _at.Column), _at.Column);
        do
        {
            _at.Skip(1);
            _at.SkipSpaces();
            var item = _at.IsAtLineEnd ? Below(column) : _at.IsKeyHere ? Block() : Inline(column);
            if (item is null)
            {
                return null;
            }

            list.Items.Add(item);
        }
        while (_at.Column == column && _at.IsDash && !_at.IsAtEnd);
        return _at.IsAtEnd || _at.Column < column || (_at.Column == column && !_at.IsDash) ? list : null;
    }

    private YamlMap? Mapping()
    {
        var (map, column) = (new YamlMap([], _at.Line, _at.Column), _at.Column);
        do
        {
            if (Key() is not { } key || Value(column) is not { } value)
            {
                return null;
            }

            map.Entries.Add(new(key, value));
        }
        while (_at.Column == column && !_at.IsAtEnd);
        return _at.IsAtEnd || _at.Column < column ? map : null;
    }

    private YamlText? Key() => _at.IsKeyHere && _at.Text(isKey: true, isFlow: false) is { } key && _at.Take(':') ? key : null;

    private YamlNode? Value(int column)
    {
        _at.SkipSpaces();
        return _at.IsAtLineEnd ? Below(column, mayBeList: true) : Inline(column);
    }

    /// <summary>What stands on the lines below a key or dash.</summary>
    private YamlNode? Below(int column, bool mayBeList = false) =>
        !_at.NextLine() ? null
        : _at.Column <= column ? (mayBeList && _at.Column == column && _at.IsDash ? Block() : null)
        : _at.IsFlow ? Inline(column)
        : _at.IsDash || _at.IsKeyHere ? Block()
        : null;

    /// <summary>A text or flow that ends on its line, and the way to the next line.</summary>
    private YamlNode? Inline(int column)
    {
        var node = _at.IsFlow ? Flow(column) : _at.Text(isKey: false, isFlow: false);
        if (node is null || !_at.IsAtLineEnd)
        {
            return null;
        }

        // A line that is indented more would go on with the text.
        return !_at.NextLine() || _at.Column <= column ? node : null;
    }

    private YamlNode? Flow(int column)
    {
        if (++_depth > YamlFile.DeepestNesting)
        {
            return null;
        }

        YamlNode? node = _at.Current == '[' ? FlowList(column) : FlowMapping(column);
        _depth--;
        return node;
    }

    private YamlList? FlowList(int column)
    {
        var list = new YamlList([], _at.Line, _at.Column);
        _at.Skip(1);
        var more = NextPart(column, ']', isFirst: true);
        for (; more == true; more = NextPart(column, ']', isFirst: false))
        {
            if (FlowValue(column) is not { } item)
            {
                return null;
            }

            list.Items.Add(item);
        }

        return more is null ? null : list;
    }

    private YamlMap? FlowMapping(int column)
    {
        var map = new YamlMap([], _at.Line, _at.Column);
        _at.Skip(1);
        var more = NextPart(column, '}', isFirst: true);
        for (; more == true; more = NextPart(column, '}', isFirst: false))
        {
            if (_at.IsFlow || _at.Text(isKey: true, isFlow: true) is not { } key || !_at.Take(':') || _at.Current != ' ' || !_at.NextInFlow(column)
                || FlowValue(column) is not { } value)
            {
                return null;
            }

            map.Entries.Add(new(key, value));
        }

        return more is null ? null : map;
    }

    private YamlNode? FlowValue(int column) => _at.IsFlow ? Flow(column) : _at.Text(isKey: false, isFlow: true);

    /// <summary>Goes to the next part of a flow.</summary>
    /// <returns>False behind the flow's end; <see langword="null"/> where neither a part nor the end stands.</returns>
    private bool? NextPart(int column, char end, bool isFirst)
    {
        if (!_at.NextInFlow(column))
        {
            return null;
        }

        if (_at.Take(end))
        {
            return false;
        }

        return isFirst || (_at.Take(',') && _at.NextInFlow(column)) ? true : null;
    }
}
