using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Hostile.Fuzzing;

/// <summary>A bounded run; <c>Scraper.Benchmarks -- fuzz</c> goes on for as long as one likes.</summary>
public sealed class FuzzTests
{
    private const int Runs = 4_000;

    [Fact]
    public void No_spoilt_input_makes_a_reader_throw()
    {
        for (var run = 0; run < Runs; run++)
        {
            var (target, input) = Fuzzer.Input(FuzzTargets.All, seed: 3, run);
            var read = () => target.Read(input);
            read.Should().NotThrow($"{target.Name} must bear run {run} of seed 3: {Convert.ToBase64String(input)}");
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_input() =>
        Fuzzer.Input(FuzzTargets.All, seed: 7, run: 123).Input.Should().Equal(Fuzzer.Input(FuzzTargets.All, seed: 7, run: 123).Input);
}
