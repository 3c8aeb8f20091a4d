using System.Text;

namespace Scraper.Tests.Hostile.Fuzzing;

/// <summary>
/// Spoils good input and puts pieces of grammars together. The same seed and number give the same input on every
/// machine, whatever ran before: a failure is told by the two.
/// </summary>
internal static class Fuzzer
{
    private const int Longest = 4096;

    /// <summary>The input of one run.</summary>
    public static (FuzzTarget Target, byte[] Input) Input(IReadOnlyList<FuzzTarget> targets, ulong seed, long run)
    {
        var random = new Random(unchecked((int)Mix(seed + (ulong)run)));
        var target = targets[(int)(run % targets.Count)];
        var input = random.Next(3) == 0 ? [] : target.Seeds[random.Next(target.Seeds.Count)].ToList();
        for (var steps = random.Next(1, 12); steps > 0; steps--)
        {
            Spoil(input, target, random);
        }

        return (target, [.. input.Take(Longest)]);
    }

    private static void Spoil(List<byte> input, FuzzTarget target, Random random)
    {
        var at = random.Next(input.Count + 1);
        var length = Math.Min(random.Next(1, 40), input.Count - at);
        switch (random.Next(8))
        {
            case 0 when at < input.Count:
                input[at] = (byte)random.Next(256);
                break;
            case 1:
                input.RemoveRange(at, length);
                break;
            case 2 when input.Count < Longest:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(at, length));
                break;
            case 3 when input.Count < Longest:
                var piece = Token(target, random);
                for (var times = random.Next(2, 30); times > 0; times--)
                {
                    input.InsertRange(at, piece);
                }

                break;
            case 4 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 5:
                var other = target.Seeds[random.Next(target.Seeds.Count)];
                input.InsertRange(at, other.AsSpan(random.Next(other.Length)).ToArray());
                break;
            default:
                for (var tokens = random.Next(1, 8); tokens > 0; tokens--)
                {
                    input.InsertRange(at, Token(target, random));
                }

                break;
        }
    }

    private static byte[] Token(FuzzTarget target, Random random) => Encoding.UTF8.GetBytes(target.Tokens[random.Next(target.Tokens.Count)]);

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
