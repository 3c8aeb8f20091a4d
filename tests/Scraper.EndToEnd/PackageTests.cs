using FluentAssertions;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>Scraper.Core as others use it: packed, restored from a folder and built into a program of their own.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_example_of_the_packages_read_me_runs_against_the_package()
    {
        var core = Path.Combine(RepositoryRoot.Path, "src", "Scraper.Core");
        var readme = await File.ReadAllTextAsync(Path.Combine(core, "README.md"));
        var example = readme.Split("```csharp\n")[1].Split("\n```")[0];

        // The build output of these tests is packed as it is: no second build beside the one that others may be running.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        await DotnetAsync("pack", core, "--no-build", "-c", configuration, "-o", _folder["feed"], "-p:Version=0.0.1-test", "-p:PackageVersion=0.0.1-test");
        _folder.Write("app/Program.cs", example);
        _folder.Write("app/app.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestorePackagesPath>packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Scraper.Core" Version="0.0.1-test" /></ItemGroup>
            </Project>
            """);

        // What the package depends on comes from this machine's cache: no network.
        _folder.Write("app/nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="ours" value="{_folder["feed"]}" /></packageSources>
              <fallbackPackageFolders><add key="cache" value="{Cache()}" /></fallbackPackageFolders>
            </configuration>
            """);
        var ran = await DotnetAsync("run", "--project", _folder["app/app.csproj"]);

        ran.Output.Should().Contain("Bell found in well").And.Contain("Body: The bell of the old chapel").And.NotContain("Body: Home");
        Directory.GetFiles(_folder["feed"], "*.nupkg").Should().ContainSingle();
    }

    private static string Cache() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } cache
        ? cache
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private async Task<ScraperResult> DotnetAsync(params string[] arguments)
    {
        using var process = ScraperProcess.StartProgram(_folder.Path, "dotnet", arguments);
        var ended = await process.EndAsync(TimeSpan.FromMinutes(6));
        ended.Exit.Should().Be(0, ended.Output + ended.Error);
        return ended;
    }
}
