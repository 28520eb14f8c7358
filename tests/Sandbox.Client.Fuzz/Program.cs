using System.Security.Cryptography;
using Sandbox.Client.Fuzz.Targets;

namespace Sandbox.Client.Fuzz;

/// <summary>The program that the fuzzer runs; the script "fuzz" beside it calls it.</summary>
internal static class Program
{
    private const int LargestInput = 64 * 1024;

    public static int Main(string[] args)
    {
        if (args.Length < 2 || !FuzzTargets.All.TryGetValue(args[1], out var target))
        {
            Console.Error.WriteLine($"Usage: fuzz|keep|replay|seeds {string.Join('|', FuzzTargets.All.Keys)} [folder or file...]");
            return 2;
        }

        switch (args[0])
        {
            case "fuzz":
                SharpFuzz.Fuzzer.OutOfProcess.Run(stream => target.Check(Read(stream), thorough: false));
                return 0;
            case "seeds":
                WriteSeeds([.. target.Seeds, .. KeptCorpus.Load(args[1])], args[2]);
                return 0;
            case "keep":
                KeptCorpus.Save(args[2], args[1], [.. KeptCorpus.Load(args[1]), .. args[3..].SelectMany(Directory.GetFiles).Select(File.ReadAllBytes)]);
                return 0;
            default:
                return Replay(target, args[2..]);
        }
    }

    private static byte[] Read(Stream stream)
    {
        var input = new byte[LargestInput];
        return input[..stream.ReadAtLeast(input, input.Length, throwOnEndOfStream: false)];
    }

    private static void WriteSeeds(IReadOnlyList<byte[]> seeds, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var seed in seeds)
        {
            File.WriteAllBytes(Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(seed))[..16]), seed);
        }
    }

    private static int Replay(IFuzzTarget target, string[] paths)
    {
        var files = paths.SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path) : [path]).ToList();
        foreach (var file in files)
        {
            try
            {
                target.Check(File.ReadAllBytes(file), thorough: true);
            }
            catch (Exception error)
            {
                Console.Error.WriteLine($"{file}: {error}");
                return 1;
            }
        }

        Console.WriteLine($"{files.Count} inputs were replayed.");
        return 0;
    }
}
