namespace Scraper.Core.Blocks;

// Formulas: the TeX that they were set from, once, in place of all that was set.
internal sealed partial class BlockWalk
{
    /// <summary>Reads an element that holds a formula.</summary>
    /// <returns>Whether it was one, and is read.</returns>
    private bool EnterFormula(HtmlElement element)
    {
        // What stands in an element that was searched in vain need not be searched again.
        ref var top = ref _frames[_depth - 1];
        if (top.IsFormula || _depth > _searched || top.Kind == BlockKind.Code || !FormulaMarkup.Is(element, Says(element, ClassSigns.Formula)) || HiddenMarkup.Hides(element))
        {
            return false;
        }

        if (FormulaMarkup.IsOfScript(element, top.Element.ChildSpan, top.Next - 1))
        {
            return true;
        }

        if (FormulaMarkup.Of(element, out var math) is { } formula)
        {
            AddFormula(formula, element);
            return true;
        }

        if (math is null)
        {
            _searched = _depth;
        }
        else
        {
            // What was set from it says the same again.
            PushInline(math);
            ref var frame = ref _frames[_depth - 1];
            (frame.IsFormula, frame.IsProse) = (true, true);
        }

        return math is not null;
    }

    private void AddFormula(in Formula formula, HtmlElement element)
    {
        ref var top = ref _frames[_depth - 1];
        if (formula.IsDisplay || (_afterInline && !top.IsProse))
        {
            Apart(top, formula.IsDisplay);
        }

        _text.Open(formula.IsDisplay ? InlineKind.DisplayFormula : InlineKind.Formula, element);
        Add(formula.Tex);
        _text.Close();
        _afterInline = true;
        if (formula.IsDisplay)
        {
            Apart(top, isLine: true);
        }
    }

    private void Apart(in WalkFrame frame, bool isLine)
    {
        if (isLine && !frame.IsInTable && frame.Kind != BlockKind.Heading)
        {
            _text.Break();
        }
        else
        {
            _text.Space();
        }
    }
}
