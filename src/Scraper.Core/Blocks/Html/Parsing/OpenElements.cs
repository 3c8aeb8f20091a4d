using System.Buffers;

namespace Scraper.Core.Blocks.Parsing;

/// <summary>The stack of open elements (HTML Living Standard 13.2.4.2). <see cref="HtmlLimits.Depth"/> bounds it, so a look through it is of bounded cost.</summary>
internal sealed class OpenElements : IDisposable
{
    private OpenElement[] _elements = ArrayPool<OpenElement>.Shared.Rent(128);
    private int _paragraphs;

    public int Count { get; private set; }

    /// <summary>How many templates are open.</summary>
    public int Templates { get; private set; }

    /// <summary>The current node.</summary>
    public ref readonly OpenElement Top => ref _elements[Count - 1];

    public ref readonly OpenElement this[int index] => ref _elements[index];

    public void Push(OpenElement element)
    {
        if (Count == _elements.Length)
        {
            var more = ArrayPool<OpenElement>.Shared.Rent(Count * 2);
            _elements.CopyTo(more, 0);
            ArrayPool<OpenElement>.Shared.Return(_elements);
            _elements = more;
        }

        _elements[Count++] = element;
        Tally(element.Id, 1);
    }

    public void Pop() => Tally(_elements[--Count].Id, -1);

    public void RemoveAt(int index)
    {
        Tally(_elements[index].Id, -1);
        Array.Copy(_elements, index + 1, _elements, index, --Count - index);
    }

    public void InsertAt(int index, OpenElement element)
    {
        Push(element);
        Array.Copy(_elements, index, _elements, index + 1, Count - 1 - index);
        _elements[index] = element;
    }

    /// <summary>Puts an element in the place of another one with the same name.</summary>
    public void Replace(int index, OpenElement element) => _elements[index] = element;

    /// <summary>The index of a node; -1 if it is not open.</summary>
    public int IndexOf(int node)
    {
        var index = Count - 1;
        while (index >= 0 && _elements[index].Node != node)
        {
            index--;
        }

        return index;
    }

    /// <summary>The index of the last element of a name; -1 if none is open.</summary>
    public int LastIndexOf(TagId id)
    {
        var index = Count - 1;
        while (index >= 0 && _elements[index].Id != id)
        {
            index--;
        }

        return index;
    }

    /// <summary>Whether an element of a name is open, and none of those above it bounds the scope.</summary>
    public bool Has(TagId id, TagTraits scope = TagTraits.Scope)
    {
        for (var index = Count - 1; index >= 0; index--)
        {
            ref readonly var element = ref _elements[index];
            if (element.Id == id)
            {
                return true;
            }

            if (element.Is(scope))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a paragraph is in button scope.</summary>
    public bool HasParagraph() => _paragraphs > 0 && Has(TagId.P, TagTraits.Scope | TagTraits.ButtonScope);

    /// <summary>Whether one of several names is in table scope.</summary>
    public bool HasInTable(TagId id) => Has(id, TagTraits.TableScope);

    /// <summary>Whether a select is in select scope, which all but options bound.</summary>
    public bool HasSelect()
    {
        var index = Count - 1;
        while (index >= 0 && _elements[index].Is(TagTraits.SelectScope))
        {
            index--;
        }

        return index >= 0 && _elements[index].Id == TagId.Select;
    }

    /// <summary>Closes elements up to and with the last one of a name.</summary>
    public void PopThrough(TagId id)
    {
        while (Count > 0)
        {
            var top = Top.Id;
            Pop();
            if (top == id)
            {
                return;
            }
        }
    }

    /// <summary>Closes elements until so many are left.</summary>
    public void PopTo(int count)
    {
        while (Count > count)
        {
            Pop();
        }
    }

    /// <summary>Closes elements whose end tag may be left out, but not those of a name (13.2.6.3).</summary>
    public void PopImplied(TagId but = TagId.Other)
    {
        while (Top.Is(TagTraits.ImpliedEnd) && Top.Id != but)
        {
            Pop();
        }
    }

    public void Dispose()
    {
        ArrayPool<OpenElement>.Shared.Return(_elements);
        _elements = [];
    }

    private void Tally(TagId id, int change)
    {
        if (id == TagId.P)
        {
            _paragraphs += change;
        }
        else if (id == TagId.Template)
        {
            Templates += change;
        }
    }
}
