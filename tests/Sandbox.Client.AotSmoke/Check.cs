using System.Runtime.CompilerServices;

namespace Sandbox.Client.AotSmoke;

/// <summary>Compares and counts.</summary>
internal static class Check
{
    /// <summary>How many comparisons held.</summary>
    public static int Count { get; private set; }

    public static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new WrongAnswerException($"{what} is '{actual}', expected '{expected}'.");
        }

        Count++;
    }

    public static async Task ThrowsAsync<TException>(Func<Task> action, [CallerArgumentExpression(nameof(action))] string what = "")
        where TException : Exception
    {
        try
        {
            await action();
        }
        catch (TException)
        {
            Count++;
            return;
        }

        throw new WrongAnswerException($"{what} threw nothing, expected a {typeof(TException).Name}.");
    }
}
