using System.Text;

namespace Scraper.Core.Sites.Learning;

/// <summary>Writes a learnt rule as a YAML file that <see cref="SiteRuleReader"/> reads, with a comment on every line that was learnt.</summary>
public static class LearntRuleWriter
{
    /// <summary>The YAML text.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="name">Name of the site.</param>
    /// <param name="hosts">Its hosts.</param>
    /// <param name="head">Comment lines for the top, such as the score.</param>
    public static string Write(LearntRule rule, string name, IReadOnlyList<string> hosts, IReadOnlyList<string> head)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(head);
        var yaml = new StringBuilder();
        foreach (var line in head.Concat(rule.Notes))
        {
            yaml.Append("# ").AppendLine(Comment(line));
        }

        yaml.Append("name: ").AppendLine(YamlQuote.Text(name));
        yaml.Append("hosts: [").AppendJoin(", ", hosts.Select(YamlQuote.Text)).AppendLine("]").AppendLine();
        Select(yaml, rule);
        if (rule.Strips.Count > 0)
        {
            yaml.AppendLine().AppendLine("strip:");
            foreach (var strip in rule.Strips)
            {
                yaml.Append("  # ").AppendLine(Comment(strip.Why));
                yaml.Append("  ").Append(YamlQuote.Text(strip.Expression)).Append(": ").AppendLine(SiteVocabulary.Written(strip.Label));
            }
        }

        if (rule.Lines.Count > 0)
        {
            yaml.AppendLine().AppendLine("lines:");
            foreach (var line in rule.Lines)
            {
                yaml.Append("  # ").AppendLine(Comment(line.Why));
                yaml.Append("  ").Append(YamlQuote.Text(line.Expression)).Append(": ").AppendLine(SiteVocabulary.Written(line.Label));
            }
        }

        return yaml.ToString().ReplaceLineEndings("\n");
    }

    private static void Select(StringBuilder yaml, LearntRule rule)
    {
        yaml.AppendLine("select:");
        foreach (var (field, selector) in rule.Fields.OrderBy(f => f.Key).Append(new(SiteField.Body, rule.Body)))
        {
            yaml.Append("  # ").AppendLine(Comment(selector.Why));
            yaml.Append("  ").Append(SiteVocabulary.Written(field));
            if (selector.Attribute is null)
            {
                yaml.Append(": ").AppendLine(YamlQuote.Text(selector.Expression));
            }
            else
            {
                yaml.AppendLine(":").Append("    css: ").AppendLine(YamlQuote.Text(selector.Expression)).Append("    attribute: ").AppendLine(selector.Attribute);
            }
        }
    }

    /// <summary>What comes from a page must not end the comment.</summary>
    private static string Comment(string text) => new([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' ? ' ' : c)]);
}
