namespace Sandbox.Client.Tests.Routing.Generation;

/// <summary>A small random source that gives the same numbers for the same seed on every runtime (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The dice of one generated case: any case can be made again from the seed of the run and its number.</summary>
    public static Dice Of(ulong seed, long number) => new(seed * 0x9E3779B97F4A7C15 + (ulong)number * 0xD1B54A32D192ED03);

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(((mixed ^ (mixed >> 31)) >> 33) % (ulong)bound);
    }

    public bool OneIn(int count) => Next(count) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}
