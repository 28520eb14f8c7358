namespace BatchWorker;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    public const int AllDone = 0;

    public const int SomeFailed = 1;

    public const int BadArguments = 2;

    /// <summary>Something is left at the server that no error told of, or that could not be deleted.</summary>
    public const int SandboxesLeft = 3;

    /// <summary>Ctrl+C or SIGTERM came before the last job had ended.</summary>
    public const int Stopped = 130;
}
