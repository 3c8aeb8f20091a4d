using System.Reflection;
using Xunit.Sdk;

namespace Scraper.Tests.Fixtures;

/// <summary>A row of a theory that runs another program; skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProgramDataAttribute : DataAttribute
{
    private readonly string _program;

    public ProgramDataAttribute(string program)
    {
        _program = program;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        if (!folders.Any(f => File.Exists(Path.Combine(f, program)) || File.Exists(Path.Combine(f, program + ".exe"))))
        {
            Skip = $"needs {program}, which is not installed";
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_program]];
}
