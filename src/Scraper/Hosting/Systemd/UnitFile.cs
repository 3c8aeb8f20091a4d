namespace Scraper.Hosting.Systemd;

/// <summary>The systemd unit of the daemon.</summary>
/// <param name="Program">Absolute path of the executable.</param>
/// <param name="User">The user that it runs as, and the group of the same name.</param>
internal sealed record UnitFile(string Program, string User)
{
    /// <summary>Name of the unit.</summary>
    public const string Name = "scraper.service";

    /// <summary>The file's text.</summary>
    /// <remarks>
    /// MemoryDenyWriteExecute is left off, since .NET compiles at run time; so is RestrictNamespaces, since Chromium makes
    /// its sandbox of them. The shell has a kill of its own, a small machine no other. A wrong setting (exit code 2) does
    /// not heal by restarting. Logs go to the journal, which rotates them.
    /// </remarks>
    public override string ToString() => $"""
        [Unit]
        Description=Scraper: visits news sites and keeps their articles
        After=network-online.target
        Wants=network-online.target

        [Service]
        Type=notify
        NotifyAccess=main
        ExecStart={Quoted(Program)} run --service
        ExecReload=/bin/sh -c "kill -HUP $MAINPID"
        User={User}
        Group={User}
        StateDirectory=scraper
        StateDirectoryMode=0750
        ConfigurationDirectory=scraper
        WorkingDirectory=/var/lib/scraper
        Environment=HOME=/var/lib/scraper
        UMask=0027
        WatchdogSec=60
        Restart=on-failure
        RestartSec=5
        RestartPreventExitStatus=2
        TimeoutStartSec=10min
        TimeoutStopSec=15
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        ProtectSystem=strict
        ProtectHome=yes
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        PrivateDevices=yes
        PrivateTmp=yes
        LockPersonality=yes
        RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native

        [Install]
        WantedBy=multi-user.target

        """.ReplaceLineEndings("\n");

    // systemd.service(5): a specifier begins with %, a variable with $, words part at spaces.
    private static string Quoted(string path)
    {
        var escaped = path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal)
            .Replace("$", "$$", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return escaped.Any(char.IsWhiteSpace) ? $"\"{escaped}\"" : escaped;
    }
}
