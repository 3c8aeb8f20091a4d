using System.Text;

namespace Scraper.Hosting.Windows;

/// <summary>
/// Standard error of a process that has none: a log file that is begun anew when it is full, the one before kept beside
/// it as <c>.1</c>. The last lines are at hand for the Event Log.
/// </summary>
internal sealed class ServiceLog : TextWriter
{
    private const int LinesKept = 20;

    private readonly string _path;
    private readonly long _longest;
    private readonly Lock _turn = new();
    private readonly Queue<string> _last = new();
    private readonly StringBuilder _line = new();
    private StreamWriter _file;

    /// <summary>Opens the file, or goes on with it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="longest">Bytes from which on it is begun anew.</param>
    public ServiceLog(string path, long longest)
    {
        (_path, _longest) = (path, longest);
        _file = Open();
    }

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The last lines that were written.</summary>
    public string LastLines
    {
        get
        {
            lock (_turn)
            {
                return string.Join('\n', _last);
            }
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        lock (_turn)
        {
            foreach (var character in value ?? string.Empty)
            {
                if (character == '\n')
                {
                    EndLine();
                }
                else if (character != '\r')
                {
                    _line.Append(character);
                }
            }
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            lock (_turn)
            {
                _file.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private void EndLine()
    {
        var line = _line.ToString();
        _line.Clear();
        _last.Enqueue(line);
        if (_last.Count > LinesKept)
        {
            _last.Dequeue();
        }

        _file.WriteLine(line);
        if (_file.BaseStream.Length >= _longest)
        {
            _file.Dispose();
            File.Move(_path, _path + ".1", overwrite: true);
            _file = Open();
        }
    }

    private StreamWriter Open() =>
        new(new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete), new UTF8Encoding(false)) { AutoFlush = true };
}
