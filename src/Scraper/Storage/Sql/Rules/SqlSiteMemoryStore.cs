using System.Text.Json;
using Scraper.Core.Drift;
using Scraper.Core.Labelling;

namespace Scraper.Storage.Sql;

/// <summary>Templates, watches and alarms.</summary>
internal sealed class SqlSiteMemoryStore(ISqlReaders readers, ISqlWriter writer) : ISiteMemoryStore
{
    public Task<SiteMemory?> FindAsync(string site, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows(
            "SELECT m.template, m.template_version, m.drift, m.saved_at FROM site_memory m JOIN site s ON s.id = m.site_id WHERE s.name = $site",
            r => new SiteMemory(r.IsDBNull(0) ? null : (byte[])r.GetValue(0), ArticleRow.Text(r, 1), r.IsDBNull(2) ? null : (byte[])r.GetValue(2), Moment.Read(r.GetString(3))),
            ("$site", site)).FirstOrDefault(),
        cancellationToken);

    public Task SaveAsync(string site, SiteMemory memory, SiteAlarm? alarm, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            var id = SiteRows.IdOf(session, site);
            session.Execute(
                """
                INSERT INTO site_memory (site_id, template, template_version, drift, saved_at) VALUES ($site, $template, $version, $drift, $at)
                ON CONFLICT (site_id) DO UPDATE SET template = $template, template_version = $version, drift = $drift, saved_at = $at
                """,
                ("$site", id), ("$template", memory.Template), ("$version", memory.TemplateVersion), ("$drift", memory.Drift), ("$at", Moment.Text(memory.SavedAt)));
            return alarm is null ? 0 : session.Execute(
                """
                INSERT INTO alarm (site_id, number, signals, detail, url, opened_at, closed_at, closing)
                VALUES ($site, $number, $signals, $detail, $url, $opened, $closed, $closing)
                ON CONFLICT (site_id, number) DO UPDATE SET acknowledged_at = CASE WHEN alarm.signals = $signals THEN alarm.acknowledged_at END, signals = $signals, detail = $detail, closed_at = $closed, closing = $closing
                """,
                ("$site", id), ("$number", alarm.Number), ("$signals", JsonSerializer.Serialize(alarm.Signals.Select(s => Names.Of(s)))), ("$detail", alarm.Detail),
                ("$url", alarm.Url), ("$opened", Moment.Text(alarm.OpenedAt)), ("$closed", alarm.ClosedAt is { } closed ? Moment.Text(closed) : null), ("$closing", alarm.Closing));
        },
        cancellationToken);

    public Task<IReadOnlyList<SiteAlarm>> AlarmsAsync(bool openOnly, int limit, CancellationToken cancellationToken) => readers.RunAsync<IReadOnlyList<SiteAlarm>>(
        session => session.Rows(
            $"SELECT s.name, a.number, a.signals, a.detail, a.url, a.opened_at, a.closed_at, a.closing, a.acknowledged_at FROM alarm a JOIN site s ON s.id = a.site_id {(openOnly ? "WHERE a.closed_at IS NULL" : string.Empty)} ORDER BY a.opened_at DESC, s.name LIMIT $limit",
            r => new SiteAlarm(
                r.GetString(0), r.GetInt32(1),
                [.. JsonSerializer.Deserialize<string[]>(r.GetString(2))!.Where(n => Names.TryParse<DriftSignal>(n, out _)).Select(n => Names.TryParse<DriftSignal>(n, out var signal) ? signal : default)],
                r.GetString(3), r.GetString(4), Moment.Read(r.GetString(5)), Moment.ReadOrNull(ArticleRow.Text(r, 6)), ArticleRow.Text(r, 7), Moment.ReadOrNull(ArticleRow.Text(r, 8))),
            ("$limit", limit)),
        cancellationToken);

    public Task<bool> AcknowledgeAsync(string site, int number, DateTimeOffset at, CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Execute(
            "UPDATE alarm SET acknowledged_at = $at WHERE site_id = (SELECT id FROM site WHERE name = $site) AND number = $number", ("$at", Moment.Text(at)), ("$site", site), ("$number", number)) > 0,
        cancellationToken);
}
