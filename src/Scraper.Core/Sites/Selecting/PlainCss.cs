namespace Scraper.Core.Sites;

/// <summary>
/// Reads the CSS that most rules are made of without AngleSharp, which takes half an empty program's time to start:
/// names, classes, ids and attributes, one inside or right below the other, several of them with commas between. It
/// gives up on everything else, right or wrong.
/// </summary>
internal ref struct PlainCss
{
    private const string Operators = "~^$*|";

    private ReadOnlySpan<char> _rest;

    private PlainCss(ReadOnlySpan<char> expression) => _rest = expression;

    /// <summary>The plan of an expression; <see langword="null"/> where it is not of this form.</summary>
    public static CssPlan? Of(string expression)
    {
        var reader = new PlainCss(expression.AsSpan().Trim(' '));
        var any = new List<CssPlan>();
        do
        {
            reader._rest = reader._rest.TrimStart(' ');
            if (reader.Path() is not { } path)
            {
                return null;
            }

            any.Add(path);
        }
        while (reader.Take(','));
        return reader._rest.Length > 0 ? null : any.Count == 1 ? any[0] : CssPlans.AnyOf(any);
    }

    private CssPlan? Path()
    {
        var (steps, symbols) = (new List<CssPlan>(), new List<string>());
        while (Compound() is { } step)
        {
            steps.Add(step);
            var isApart = _rest.StartsWith(" ");
            _rest = _rest.TrimStart(' ');
            if (_rest.Length == 0 || _rest[0] == ',')
            {
                return steps.Count == 1 ? steps[0] : CssPlans.Path(steps, symbols);
            }

            var isChild = Take('>');
            if (!isChild && !isApart)
            {
                return null;
            }

            symbols.Add(isChild ? ">" : " ");
            _rest = _rest.TrimStart(' ');
        }

        return null;
    }

    private CssPlan? Compound()
    {
        var all = new List<CssPlan>();
        if (Name() is { } type)
        {
            all.Add(CssPlans.Type(type));
        }

        while (_rest.Length > 0 && _rest[0] is '.' or '#' or '[')
        {
            var sign = _rest[0];
            _rest = _rest[1..];
            if ((sign == '[' ? Attribute() : Name() is not { } name ? null : sign == '.' ? CssPlans.Class(name) : CssPlans.Id(name)) is not { } part)
            {
                return null;
            }

            all.Add(part);
        }

        return all.Count switch
        {
            0 => null,
            1 => all[0],
            _ => CssPlans.AllOf(all),
        };
    }

    private CssPlan? Attribute()
    {
        if (Name() is not { } name)
        {
            return null;
        }

        if (Take(']'))
        {
            return CssPlans.Attribute(name, string.Empty, null);
        }

        var sign = _rest.Length > 0 && Operators.Contains(_rest[0]) ? _rest[..1].ToString() : string.Empty;
        _rest = _rest[sign.Length..];
        return Take('=') && Value() is { } value && Take(']') ? CssPlans.Attribute(name, sign + "=", value) : null;
    }

    private string? Value()
    {
        if (_rest.Length == 0 || _rest[0] is not ('"' or '\''))
        {
            return Name();
        }

        var quote = _rest[0];
        var length = _rest[1..].IndexOfAny(quote, '\\', '\n');
        if (length < 0 || _rest[length + 1] != quote)
        {
            return null;
        }

        var value = _rest.Slice(1, length).ToString();
        _rest = _rest[(length + 2)..];
        return value;
    }

    /// <summary>An identifier of ASCII letters, digits, hyphens and underscores that begins with a letter or underscore.</summary>
    private string? Name()
    {
        var length = 0;
        while (length < _rest.Length && (char.IsAsciiLetterOrDigit(_rest[length]) || _rest[length] is '_' or '-'))
        {
            length++;
        }

        if (length == 0 || !(char.IsAsciiLetter(_rest[0]) || _rest[0] == '_'))
        {
            return null;
        }

        var name = _rest[..length].ToString();
        _rest = _rest[length..];
        return name;
    }

    private bool Take(char sign)
    {
        var stands = _rest.Length > 0 && _rest[0] == sign;
        _rest = stands ? _rest[1..] : _rest;
        return stands;
    }
}
